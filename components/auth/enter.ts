import { requestSignIn } from "./sign-in-request";

/** Signs in with the password just chosen and opens the product; else leads to the sign-in page. */
export async function enter(email: string | null, password: string): Promise<void> {
  const result = email ? await requestSignIn({ email, password }) : { serverError: true };
  location.assign(result.serverError ? "/sign-in" : "/");
}
