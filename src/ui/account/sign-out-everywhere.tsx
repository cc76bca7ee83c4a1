"use client";
import { useMutation } from "@tanstack/react-query";
import { useApi } from "../api";
import { Button } from "../part/button";
import { toast } from "../part/toast";

export function SignOutEverywhere() {
  const api = useApi();
  const end = useMutation(
    api.account.signOutEverywhere.mutationOptions({
      onSuccess: () => window.location.assign("/sign-in"),
      onError: (error) => toast.error(error.message),
    }),
  );
  return (
    <Button kind="danger" busy={end.isPending} onClick={() => end.mutate()}>
      Sign out everywhere
    </Button>
  );
}
