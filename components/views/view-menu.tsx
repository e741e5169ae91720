"use client";
import { Bookmark, BookmarkPlus, Pencil, Save, Trash2, Users } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Menu, MenuCheck, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { useRemoved } from "@/components/undo/use-removed";
import { chooseDefaultView, deleteView, overwriteView } from "@/lib/views/actions";
import { type ListViews, type SavedView, viewHref } from "@/lib/views/domain/saved-view";

// Not next/dynamic: its own code would weigh more than this.
const ViewForm = lazy(() => import("./view-form"));

type Asking = { view: SavedView | null };

/** Every view of the list, and what can be done with the one that is open. */
export function ViewMenu({ state, path }: { state: ListViews; path: string }) {
  const t = useTranslations("views");
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  return (
    <>
      <Menu
        align="start"
        trigger={
          <Button variant="secondary" size="sm" icon={<Bookmark aria-hidden="true" />}>
            {t("label")}
          </Button>
        }
      >
        {state.views.map((view) => (
          <MenuLink
            key={view.id}
            href={viewHref(path, view)}
            icon={view.mine ? <Bookmark aria-hidden="true" /> : <Users aria-hidden="true" />}
          >
            <span className="max-w-64 truncate">{view.name}</span>
          </MenuLink>
        ))}
        {state.views.length > 0 ? <MenuSeparator /> : null}
        <MenuItem
          icon={<BookmarkPlus aria-hidden="true" />}
          onClick={() => setAsking({ view: null })}
        >
          {t("saveNew")}
        </MenuItem>
        {state.view ? (
          <OpenView
            state={state}
            view={state.view}
            path={path}
            edit={() => setAsking({ view: state.view })}
          />
        ) : null}
      </Menu>
      <Dialog
        width="sm"
        open={asking !== null}
        onOpenChange={(open) => !open && close()}
        title={t(asking?.view ? "edit" : "saveNew")}
        description={t(asking?.view ? "editHint" : "saveHint")}
      >
        <Suspense>
          {asking ? <ViewForm state={state} view={asking.view} path={path} onDone={close} /> : null}
        </Suspense>
      </Dialog>
    </>
  );
}

type OpenViewProps = { state: ListViews; view: SavedView; path: string; edit: () => void };

/** Commands for the open view: its owner's, the reader's own default, and the admin's removal. */
function OpenView({ state, view, path, edit }: OpenViewProps) {
  const t = useTranslations("views");
  const router = useRouter();
  const run = useCommand();
  const removed = useRemoved();
  const { list, query, changed, defaultId } = state;
  const { id, name, version, mine } = view;
  async function overwrite() {
    if (await run(overwriteView({ id, version, query }), t("overwritten", { name })))
      router.replace(viewHref(path, { id, query }));
  }
  async function remove() {
    const data = await run(deleteView({ id }));
    if (typeof data === "object") removed(t("deleted", { name }), data.removal);
  }
  const setDefault = (on: boolean) =>
    void run(
      chooseDefaultView({ list, viewId: on ? id : null }),
      t(on ? "defaultSet" : "defaultCleared", { name }),
    );
  return (
    <>
      {mine && changed ? (
        <MenuItem icon={<Save aria-hidden="true" />} onClick={() => void overwrite()}>
          {t("overwrite", { name })}
        </MenuItem>
      ) : null}
      {mine ? (
        <MenuItem icon={<Pencil aria-hidden="true" />} onClick={edit}>
          {t("edit")}
        </MenuItem>
      ) : null}
      <MenuCheck checked={id === defaultId} onCheckedChange={setDefault}>
        {t("useAsDefault")}
      </MenuCheck>
      {mine || state.admin ? (
        <MenuItem danger icon={<Trash2 aria-hidden="true" />} onClick={() => void remove()}>
          {t("delete", { name })}
        </MenuItem>
      ) : null}
    </>
  );
}
