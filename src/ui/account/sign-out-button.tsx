"use client";
import { Button } from "../part/button";
import { signOut } from "./next-auth";

export function SignOutButton() {
  return <Button onClick={() => signOut()}>Sign out</Button>;
}
