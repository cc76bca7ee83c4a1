-- What a site's widget last said of itself: its version, and which rule of the page's own policy stood in its way.
ALTER TABLE "origin" ADD COLUMN     "blocked_at" TIMESTAMPTZ(3),
ADD COLUMN     "blocked_by" TEXT,
ADD COLUMN     "widget_seen_at" TIMESTAMPTZ(3),
ADD COLUMN     "widget_version" TEXT;
