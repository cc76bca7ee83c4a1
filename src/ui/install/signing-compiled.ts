// The same for compiled languages.
import type { SnippetFacts } from "./snippets";

export function signInGo({ tenantId }: SnippetFacts): string {
  return `package support

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"os"
	"time"
)

type User struct {
	ID, Email, Plan string
	Roles           []string
}

// CreateWidgetToken is called for the user of your own session; answer {"token": ...}.
func CreateWidgetToken(user User) (string, error) {
	secret := os.Getenv("GATEHOUSE_JWT_SECRET")
	if secret == "" {
		return "", errors.New("GATEHOUSE_JWT_SECRET is not set")
	}
	now := time.Now().Unix()
	claims, err := json.Marshal(map[string]any{
		"tenantId":  "${tenantId}",
		"userId":    user.ID,
		"userEmail": user.Email,
		"userRoles": user.Roles,
		"plan":      user.Plan,
		"iat":       now,
		"exp":       now + 3600,
	})
	if err != nil {
		return "", err
	}
	encode := base64.RawURLEncoding.EncodeToString
	signed := encode([]byte(\`{"alg":"HS256","typ":"JWT"}\`)) + "." + encode(claims)
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(signed))
	return signed + "." + encode(mac.Sum(nil)), nil
}
`;
}

export function signInJava({ tenantId }: SnippetFacts): string {
  return `import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public final class WidgetToken {
    private static final String SECRET =
        Objects.requireNonNull(System.getenv("GATEHOUSE_JWT_SECRET"), "GATEHOUSE_JWT_SECRET is not set");

    // Call this for the user of your own session, and answer {"token": ...}.
    public static String create(String id, String email, List<String> roles, String plan)
            throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        String claims = "{\\"tenantId\\":\\"${tenantId}\\",\\"userId\\":" + quote(id)
            + ",\\"userEmail\\":" + quote(email)
            + ",\\"userRoles\\":" + roles.stream().map(WidgetToken::quote).collect(Collectors.joining(",", "[", "]"))
            + ",\\"plan\\":" + quote(plan)
            + ",\\"iat\\":" + now + ",\\"exp\\":" + (now + 3600) + "}";
        String signed = encode(utf8("{\\"alg\\":\\"HS256\\",\\"typ\\":\\"JWT\\"}")) + "." + encode(utf8(claims));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(utf8(SECRET), "HmacSHA256"));
        return signed + "." + encode(mac.doFinal(utf8(signed)));
    }

    // A text as JSON. With Jackson at hand, let it write the claims instead.
    private static String quote(String text) {
        StringBuilder out = new StringBuilder("\\"");
        for (char c : text.toCharArray()) {
            if (c < ' ' || c == '"' || c == '\\\\') out.append(String.format("\\\\u%04x", (int) c));
            else out.append(c);
        }
        return out.append('"').toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
`;
}

export function signInCSharp({ tenantId }: SnippetFacts): string {
  return `using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

public static class WidgetToken
{
    private static readonly string Secret = Environment.GetEnvironmentVariable("GATEHOUSE_JWT_SECRET")
        ?? throw new InvalidOperationException("GATEHOUSE_JWT_SECRET is not set");

    // Call this for the user of your own session, and answer {"token": ...}.
    public static string Create(string id, string email, string[] roles, string plan)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["tenantId"] = "${tenantId}",
            ["userId"] = id,
            ["userEmail"] = email,
            ["userRoles"] = roles,
            ["plan"] = plan,
            ["iat"] = now,
            ["exp"] = now + 3600,
        };
        var header = new Dictionary<string, object> { ["alg"] = "HS256", ["typ"] = "JWT" };
        var signed = Encode(JsonSerializer.SerializeToUtf8Bytes(header)) + "." + Encode(JsonSerializer.SerializeToUtf8Bytes(claims));
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(Secret));
        return signed + "." + Encode(hmac.ComputeHash(Encoding.UTF8.GetBytes(signed)));
    }

    private static string Encode(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
`;
}

export function signInRust({ tenantId }: SnippetFacts): string {
  return `// Cargo.toml: jsonwebtoken = "9", serde = { version = "1", features = ["derive"] }
use jsonwebtoken::{encode, errors::Error, get_current_timestamp, EncodingKey, Header};
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Claims<'a> {
    tenant_id: &'a str,
    user_id: &'a str,
    user_email: &'a str,
    user_roles: &'a [String],
    plan: &'a str,
    iat: u64,
    exp: u64,
}

/// Call this for the user of your own session, and answer {"token": ...}.
pub fn create_widget_token(id: &str, email: &str, roles: &[String], plan: &str) -> Result<String, Error> {
    let secret = std::env::var("GATEHOUSE_JWT_SECRET").expect("GATEHOUSE_JWT_SECRET is not set");
    let now = get_current_timestamp();
    let claims = Claims {
        tenant_id: "${tenantId}",
        user_id: id,
        user_email: email,
        user_roles: roles,
        plan,
        iat: now,
        exp: now + 3600,
    };
    // The default header is HS256.
    encode(&Header::default(), &claims, &EncodingKey::from_secret(secret.as_bytes()))
}
`;
}
