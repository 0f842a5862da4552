package io.rocketbots.onboarding.web.branding;

import io.rocketbots.onboarding.launch.branding.LogoFile;
import io.rocketbots.onboarding.launch.branding.LogoType;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An uploaded image on its way to a browser, shut in so that it can be nothing but an image. */
public final class LogoResponse {

    private static final String SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private LogoResponse() {}

    /** The image itself. */
    public static ResponseEntity<byte[]> of(LogoFile file, CacheControl caching) {
        return of(file.type(), file.content(), file.sha(), caching);
    }

    static ResponseEntity<byte[]> of(LogoType type, byte[] content, String tag, CacheControl caching) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type.contentType()))
                .eTag('"' + tag + '"')
                .cacheControl(caching)
                .header("Content-Security-Policy", SANDBOX)
                .header("X-Content-Type-Options", "nosniff")
                // Mail programs and the reseller's own web site show it, too.
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("logo." + type.name().toLowerCase(Locale.ROOT))
                                .build()
                                .toString())
                .body(content);
    }

    /** For ever when the address names this very version; else asked for again each time, which costs a 304. */
    static CacheControl caching(boolean thisVersion) {
        return thisVersion
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.noCache();
    }
}
