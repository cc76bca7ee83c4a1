// The tenant's server says who its user is: HS256, an hour at most. Standard libraries only; the secret from the environment.
import type { SnippetFacts } from "./snippets";

export function signInNode({ tenantId }: SnippetFacts): string {
  return `import { createHmac } from "node:crypto";

const secret = process.env.GATEHOUSE_JWT_SECRET;
if (!secret) throw new Error("GATEHOUSE_JWT_SECRET is not set");

const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

// Call this for the user of your own session, and answer { token }.
export function createWidgetToken(user) {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    tenantId: "${tenantId}",
    userId: String(user.id),
    userEmail: user.email,
    userRoles: user.roles,
    plan: user.plan,
    iat: now,
    exp: now + 3600,
  };
  const signed = \`\${encode({ alg: "HS256", typ: "JWT" })}.\${encode(claims)}\`;
  return \`\${signed}.\${createHmac("sha256", secret).update(signed).digest("base64url")}\`;
}
`;
}

export function signInPython({ tenantId }: SnippetFacts): string {
  return `import base64
import hashlib
import hmac
import json
import os
import time

SECRET = os.environ["GATEHOUSE_JWT_SECRET"].encode()


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


# Call this for the user of your own session, and answer {"token": ...}.
def create_widget_token(user):
    now = int(time.time())
    claims = {
        "tenantId": "${tenantId}",
        "userId": str(user["id"]),
        "userEmail": user["email"],
        "userRoles": user["roles"],
        "plan": user["plan"],
        "iat": now,
        "exp": now + 3600,
    }
    signed = _encode(b'{"alg":"HS256","typ":"JWT"}') + "." + _encode(json.dumps(claims).encode())
    signature = hmac.new(SECRET, signed.encode(), hashlib.sha256).digest()
    return signed + "." + _encode(signature)
`;
}

export function signInPhp({ tenantId }: SnippetFacts): string {
  return `<?php
// Call this for the user of your own session, and answer {"token": ...}.
function create_widget_token(array $user): string
{
    $secret = getenv('GATEHOUSE_JWT_SECRET') ?: throw new RuntimeException('GATEHOUSE_JWT_SECRET is not set');
    $encode = fn (string $bytes): string => rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    $now = time();
    $claims = [
        'tenantId' => '${tenantId}',
        'userId' => (string) $user['id'],
        'userEmail' => $user['email'],
        'userRoles' => $user['roles'],
        'plan' => $user['plan'],
        'iat' => $now,
        'exp' => $now + 3600,
    ];
    $signed = $encode('{"alg":"HS256","typ":"JWT"}') . '.' . $encode(json_encode($claims, JSON_THROW_ON_ERROR));
    return $signed . '.' . $encode(hash_hmac('sha256', $signed, $secret, true));
}
`;
}

export function signInRuby({ tenantId }: SnippetFacts): string {
  return `require "json"
require "openssl"

module WidgetToken
  SECRET = ENV.fetch("GATEHOUSE_JWT_SECRET")

  # Call this for the user of your own session, and answer { token: ... }.
  def self.create(user)
    now = Time.now.to_i
    claims = {
      tenantId: "${tenantId}",
      userId: user.id.to_s,
      userEmail: user.email,
      userRoles: user.roles,
      plan: user.plan,
      iat: now,
      exp: now + 3600
    }
    signed = [{ alg: "HS256", typ: "JWT" }, claims].map { |part| encode(JSON.generate(part)) }.join(".")
    "#{signed}.#{encode(OpenSSL::HMAC.digest("SHA256", SECRET, signed))}"
  end

  def self.encode(bytes)
    [bytes].pack("m0").tr("+/", "-_").delete("=")
  end
end
`;
}
