-- What an answer was chosen from: [{"id", "title", "score", "share"}], best first. Passages come and go; this stays.
ALTER TABLE "message" ADD COLUMN "retrieved" JSONB;
