import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { Card } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Tag } from "@/components/ui/tag";
import type { DriverWeight, Motive } from "@/lib/customers/domain/buying-profile";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import type { Named, Reference } from "@/lib/shared/named";
import { ProfileEditor } from "./profile-editor";
import type { ProfileContact, ProfileSubject, ProfileValues } from "./profile-form";

export type Profile = Omit<ProfileValues, "people"> & {
  people: readonly (ProfileValues["people"][number] & { contact: Reference })[];
  createdAt: Date;
  createdBy: Named;
  deal: { id: string; title: string } | null;
};

type CardProps = {
  subject: ProfileSubject;
  /** The latest first. */
  versions: readonly Profile[];
  contacts: readonly ProfileContact[];
  editable: boolean;
  f: Formatter;
};

/** How the customer decides in a deal, who said so and when; earlier versions below. */
export async function ProfileCard({ subject, versions, contacts, editable, f }: CardProps) {
  const t = await getTranslations("customers.profile");
  const [latest, ...earlier] = versions;
  return (
    <ClientMessages namespaces={["customers"]}>
      <Card
        title={t("title")}
        actions={
          editable ? (
            <ProfileEditor
              key={latest?.id}
              subject={subject}
              profile={latest ?? null}
              contacts={contacts}
            />
          ) : null
        }
      >
        {latest ? <ProfileFacts profile={latest} f={f} /> : <Nothing />}
        <Earlier versions={earlier} f={f} />
      </Card>
    </ClientMessages>
  );
}

async function Nothing() {
  const t = await getTranslations("customers.profile");
  return <p className="text-muted text-sm">{t("empty")}</p>;
}

async function Earlier({ versions, f }: { versions: readonly Profile[]; f: Formatter }) {
  const t = await getTranslations("customers.profile");
  if (versions.length === 0) return null;
  return (
    <details className="mt-3 border-grid border-t pt-2 text-sm">
      <summary className="cursor-pointer text-muted">
        {t("earlier", { count: versions.length })}
      </summary>
      <ul className="mt-2 grid gap-3">
        {versions.map((profile) => (
          <li key={profile.id}>
            <ProfileFacts profile={profile} f={f} />
          </li>
        ))}
      </ul>
    </details>
  );
}

async function ProfileFacts({ profile, f }: { profile: Profile; f: Formatter }) {
  const [t, c, locale] = await Promise.all([
    getTranslations("customers.profile"),
    getTranslations("customers.contacts"),
    getLocale(),
  ]);
  const { drivers, motive, decisionStage, criteria, people } = profile;
  return (
    <div className="grid gap-2 text-sm">
      {drivers.length > 0 ? (
        <ol className="flex flex-wrap gap-1.5" aria-label={t("driversLabel")}>
          {drivers.map((driver, at) => (
            <li key={driver}>
              <Tag>{`${at + 1} ${t(`drivers.${driver}`)}`}</Tag>
            </li>
          ))}
        </ol>
      ) : null}
      <KeyValueList
        items={[
          { label: t("motive"), value: motive ? t(`motives.${motive}`) : "—" },
          { label: t("stage"), value: decisionStage ? t(`stages.${decisionStage}`) : "—" },
          ...people.map((one) => ({
            label: c(`roles.${one.role}`),
            value: localName(one.contact, locale),
          })),
        ]}
      />
      {criteria ? <p className="whitespace-pre-line break-words">{criteria}</p> : null}
      <p className="text-muted text-xs">
        {localName(profile.createdBy, locale)} · {f.dateTime(profile.createdAt)}
      </p>
    </div>
  );
}

type RollUpProps = CardProps & {
  latest: readonly Profile[];
  drivers: readonly DriverWeight[];
  motives: readonly { motive: Motive; count: number }[];
};

/** What a customer judges by over all its deals, with the profiles behind it. */
export async function CustomerProfileCard(props: RollUpProps) {
  const { subject, versions, contacts, editable, f, latest, drivers, motives } = props;
  const t = await getTranslations("customers.profile");
  const [own] = versions;
  return (
    <ClientMessages namespaces={["customers"]}>
      <Card
        title={t("title")}
        sub={latest.length > 0 ? t("from", { count: latest.length }) : undefined}
        actions={
          editable ? (
            <ProfileEditor
              key={own?.id}
              subject={subject}
              profile={own ?? null}
              contacts={contacts}
            />
          ) : null
        }
      >
        {latest.length === 0 ? <Nothing /> : null}
        <ul className="grid gap-1.5 text-sm">
          {drivers.map(({ driver, share }) => (
            <li key={driver} className="grid grid-cols-[6rem_1fr_3rem] items-center gap-2">
              <span className="truncate">{t(`drivers.${driver}`)}</span>
              <span className="h-2 rounded-full bg-sunken" aria-hidden="true">
                <span
                  className="block h-2 rounded-full bg-accent"
                  style={{ width: `${Math.round(share * 100)}%` }}
                />
              </span>
              <span className="text-right text-muted tabular-nums">{f.percent(share)}</span>
            </li>
          ))}
        </ul>
        {motives.length > 0 ? (
          <p className="mt-2 text-sm">
            <span className="text-muted">{t("motive")} </span>
            {motives.map(({ motive, count }) => `${t(`motives.${motive}`)} ${count}`).join(" · ")}
          </p>
        ) : null}
        {latest.length > 0 ? (
          <details className="mt-3 border-grid border-t pt-2 text-sm">
            <summary className="cursor-pointer text-muted">{t("behind")}</summary>
            <ul className="mt-2 grid gap-3">
              {latest.map((profile) => (
                <li key={profile.id} className="grid gap-1">
                  {profile.deal ? (
                    <Link className="link" href={`/deals/${profile.deal.id}`}>
                      {profile.deal.title}
                    </Link>
                  ) : (
                    <span className="font-medium">{t("ofCustomer")}</span>
                  )}
                  <ProfileFacts profile={profile} f={f} />
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </Card>
    </ClientMessages>
  );
}
