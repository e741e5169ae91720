import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

type Props = { title: string; hint: string; canImport: boolean };

/** A page of the analysis without records in what is looked at: what to do next. */
export function EmptyAnalysis({ title, hint, canImport }: Props) {
  const t = useTranslations("analysis");
  return (
    <Card>
      <EmptyState
        title={title}
        action={
          canImport ? (
            <LinkButton variant="primary" href="/data">
              {t("importData")}
            </LinkButton>
          ) : null
        }
      >
        {hint}
      </EmptyState>
    </Card>
  );
}
