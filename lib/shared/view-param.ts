/** In a list's address: the saved view it was opened with; no filter. */
export const VIEW_PARAM = "view";
/** Value of `view`: no view, not even the one the list opens with by default. */
export const NO_VIEW = "all";
