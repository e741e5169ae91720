"use client";
import { CheckCheck } from "lucide-react";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { readNotifications } from "@/lib/discussion/actions/notifications";

/** Marks all of the reader's notifications as read. */
export function ReadAllButton({ label, done }: { label: string; done: string }) {
  const run = useCommand();
  return (
    <Button
      icon={<CheckCheck aria-hidden="true" />}
      onClick={() => void run(readNotifications({ ids: null }), done)}
    >
      {label}
    </Button>
  );
}
