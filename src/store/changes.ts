// Which tenants changed their configuration: pushed by NOTIFY on Postgres, polled from the `change` table otherwise.

export interface Changes {
  /** Calls `on` with the tenant's id within 1 s of a committed change, from any process. Returns how to stop. */
  subscribe(on: (tenantId: string) => void): () => void;
  close(): Promise<void>;
}
