/**
 * Who may call each server action, by `area.name`; tests/integration/security/actions.test.ts calls
 * every one of them as nobody and as each role, and fails for an action that is not listed.
 * - public: answers without a session
 * - everyone: every signed-in person, about records the action checks itself
 * - leaders: managers and admins
 * - admin: admins only
 */
export type ActionAccess = "public" | "everyone" | "leaders" | "admin";

export const ACTIONS: Record<string, ActionAccess> = {
  "catalog.createCategory": "admin",
  "catalog.createProduct": "admin",
  "catalog.deleteCategory": "admin",
  "catalog.deleteProduct": "admin",
  "catalog.editCategory": "admin",
  "catalog.editProduct": "admin",
  "catalog.setProductActive": "admin",
  "imports.discardUpload": "admin",
  "imports.startUpload": "admin",
  "people.acceptInvitation": "public",
  "people.activateUnit": "admin",
  "people.changePassword": "everyone",
  "people.createAccessLink": "admin",
  "people.createToken": "everyone",
  "people.createUnit": "admin",
  "people.deactivateUnit": "admin",
  "people.disableUser": "admin",
  "people.editProfile": "everyone",
  "people.editUnit": "admin",
  "people.editUser": "admin",
  "people.enableUser": "admin",
  "people.endToken": "everyone",
  "people.inviteUser": "admin",
  "people.moveUnit": "admin",
  "people.moveUser": "admin",
  "people.requestReset": "public",
  "people.resetPassword": "public",
  "people.setManager": "admin",
  "people.setPreferences": "everyone",
  "people.signOutEverywhere": "everyone",
  "people.signOutUser": "admin",
  "people.startManaging": "admin",
  "people.stopManaging": "admin",
  "setup.setUp": "public",
  "targets.loadCopySource": "leaders",
  "targets.loadTargetHistory": "everyone",
  "targets.lockTargets": "leaders",
  "targets.publishTargets": "leaders",
  "targets.saveTargets": "leaders",
  "targets.unlockTargets": "leaders",
};
