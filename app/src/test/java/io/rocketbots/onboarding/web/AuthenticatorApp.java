package io.rocketbots.onboarding.web;

import com.google.common.io.BaseEncoding;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A phone's authenticator app, written from RFC 4226 and RFC 6238 alone. */
public final class AuthenticatorApp {

    private static final Pattern SECRET = Pattern.compile("<code id=\"secret\">([A-Z2-7 ]+)</code>");

    private final byte[] secret;

    private AuthenticatorApp(String secret) {
        this.secret = BaseEncoding.base32().decode(secret.replace(" ", ""));
    }

    /** Is told the secret that a page shows. */
    public static AuthenticatorApp toldBy(String page) {
        Matcher shown = SECRET.matcher(page);
        if (!shown.find()) {
            throw new AssertionError("There is no secret on the page:\n" + page);
        }
        return new AuthenticatorApp(shown.group(1));
    }

    public String code() {
        return codeAt(Instant.now());
    }

    /** What it is about to show. */
    public String nextCode() {
        return codeAt(Instant.now().plusSeconds(30));
    }

    private String codeAt(Instant moment) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(moment.getEpochSecond() / 30)
                    .array());
            int truncated = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", truncated % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
