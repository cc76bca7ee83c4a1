-- Messages a minute that one visitor may send, where a tenant wants fewer than the installation lets through.
ALTER TABLE "tenant" ADD COLUMN "visitor_messages" INTEGER;
