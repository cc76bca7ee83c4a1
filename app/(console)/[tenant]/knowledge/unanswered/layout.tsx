import type { ReactNode } from "react";
import { existsFor } from "../../../../exists-for";

interface Props {
  children: ReactNode;
  params: Promise<{ tenant: string }>;
}

export default async function Layout({ children, params }: Props) {
  await existsFor("agent", params);
  return children;
}
