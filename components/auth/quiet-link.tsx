import Link from "next/link";

/** A link under the form of a page before sign-in. */
export function QuietLink({ href, children }: { href: string; children: string }) {
  return (
    <p className="mt-4 text-center text-sm">
      <Link href={href} className="text-accent underline-offset-2 hover:underline">
        {children}
      </Link>
    </p>
  );
}
