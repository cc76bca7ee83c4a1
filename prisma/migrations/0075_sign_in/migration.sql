-- A confirmation link knows whose sign-up made it: the password that was entered there, and what that browser kept.
ALTER TABLE "email_token" ADD COLUMN     "password_hash" TEXT,
ADD COLUMN     "ticket_hash" TEXT;

-- Until an address is confirmed nobody has a password for it, and who signs in by another site's account never does.
ALTER TABLE "user" ALTER COLUMN "password_hash" DROP NOT NULL;
UPDATE "user" SET "password_hash" = NULL WHERE "email_verified_at" IS NULL;
-- Links from before know no sign-up: they go on to ask for a password.

-- Sign-ins that are over are found and deleted.
CREATE INDEX "member_session_last_seen_at_idx" ON "member_session"("last_seen_at");
