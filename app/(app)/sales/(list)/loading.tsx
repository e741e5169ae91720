import { ListSkeleton } from "@/components/navigation/list-skeleton";

export default function Loading() {
  return <ListSkeleton />;
}
