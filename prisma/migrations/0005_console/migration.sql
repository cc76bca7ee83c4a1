-- When the password was entered again within a sign-in; null while only the sign-in itself counts.
ALTER TABLE member_session ADD COLUMN confirmed_at timestamptz(3);
