/** Follows pages by HTTP as a browser would: keeps cookies of each host, follows redirects on demand. */
export class Browser {
  readonly #jars = new Map<string, Map<string, string>>();

  cookie(url: string, name: string): string | undefined {
    return this.#jars.get(new URL(url).host)?.get(name);
  }

  /** One request; redirects are not followed. */
  async open(url: string, form?: Record<string, string>): Promise<Response> {
    const { host } = new URL(url);
    const jar = this.#jars.get(host) ?? new Map<string, string>();
    this.#jars.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, {
      method: form ? "POST" : "GET",
      body: form ? new URLSearchParams(form) : undefined,
      headers: { cookie },
      redirect: "manual",
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(";");
      const [name = "", ...value] = pair.split("=");
      const ended = attributes.some((a) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(a));
      if (ended) jar.delete(name.trim());
      else jar.set(name.trim(), value.join("="));
    }
    return response;
  }

  /** Follows redirects until a page, and answers with its address and text. */
  async follow(url: string, form?: Record<string, string>): Promise<{ url: string; text: string }> {
    let response = await this.open(url, form);
    let at = url;
    for (let hops = 0; hops < 15; hops++) {
      const location = response.headers.get("location");
      if (!location) break;
      at = new URL(location, at).href;
      response = await this.open(at);
    }
    return { url: at, text: await response.text() };
  }
}
