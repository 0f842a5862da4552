package io.rocketbots.onboarding.web.flash;

import io.rocketbots.onboarding.configuration.Settings;
import io.rocketbots.onboarding.kernel.link.Seal;
import io.rocketbots.onboarding.web.cookie.HostCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps flash attributes in a cookie, sealed, for one session on one host: not in the session, where two requests that write
 * the same attribute meet, and where a new API key would lie in the database. Only texts and lists of texts, and few of
 * them: a browser keeps 4 KB.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class FlashCookies extends AbstractFlashMapManager {

    private static final Logger log = LoggerFactory.getLogger(FlashCookies.class);

    private static final String COOKIE = "flash";

    /** The redirect is followed at once. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    /** Of a cookie of 4,096 bytes, what is left beside its name and attributes (RFC 6265, section 6.1). */
    private static final int LONGEST = 3900;

    private static final TypeReference<List<Kept>> LIST = new TypeReference<>() {};

    private final JsonMapper json;
    private final Seal seal;
    private final HostCookies cookies;

    FlashCookies(Settings settings, JsonMapper json, HostCookies cookies, SecureRandom random) {
        this.json = json;
        this.cookies = cookies;
        this.seal = new Seal("flash", settings.secret().getBytes(StandardCharsets.UTF_8), random);
        setFlashMapTimeout((int) KEPT.toSeconds());
    }

    /** A flash map as it is written down. */
    private record Kept(
            @Nullable String path, Map<String, List<String>> parameters, long expires, Map<String, Object> attributes) {

        static Kept of(FlashMap map) {
            map.values().forEach(Kept::requireText);
            return new Kept(
                    map.getTargetRequestPath(),
                    map.getTargetRequestParams(),
                    map.getExpirationTime(),
                    new HashMap<>(map));
        }

        private static void requireText(Object value) {
            boolean text = value instanceof String
                    || (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance));
            if (!text) {
                throw new IllegalArgumentException("A flash attribute is a text or a list of texts.");
            }
        }

        FlashMap map() {
            FlashMap map = new FlashMap();
            map.setTargetRequestPath(path);
            MultiValueMap<String, String> wanted = new LinkedMultiValueMap<>(parameters);
            map.addTargetRequestParams(wanted);
            map.setExpirationTime(expires);
            map.putAll(attributes);
            return map;
        }
    }

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        return cookies.read(request, COOKIE)
                .flatMap(value -> opened(value, request))
                .map(this::read)
                .orElse(null);
    }

    private Optional<byte[]> opened(String value, HttpServletRequest request) {
        try {
            return seal.open(Base64.getUrlDecoder().decode(value), contextOf(request));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private @Nullable List<FlashMap> read(byte[] content) {
        try {
            return json.readValue(content, LIST).stream()
                    .map(Kept::map)
                    .collect(Collectors.toCollection(ArrayList::new));
        } catch (JacksonException unreadable) {
            // A node of another release wrote it, in a way of its own.
            return null;
        }
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> maps, HttpServletRequest request, HttpServletResponse response) {
        if (maps.isEmpty()) {
            cookies.write(response, COOKIE, "", Duration.ZERO);
            return;
        }
        List<FlashMap> newest = new ArrayList<>(maps);
        String value = closed(newest, request);
        while (value.length() > LONGEST && newest.size() > 1) {
            // What nobody came for makes way.
            newest.removeFirst();
            value = closed(newest, request);
        }
        if (value.length() > LONGEST) {
            log.warn("What was to be said after {} is too long for a cookie; it is not said.", request.getMethod());
            return;
        }
        cookies.write(response, COOKIE, value, KEPT);
    }

    private String closed(List<FlashMap> maps, HttpServletRequest request) {
        byte[] content = json.writeValueAsBytes(maps.stream().map(Kept::of).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal.close(content, contextOf(request)));
    }

    /** Who signs in next on the same machine reads nothing that was said to somebody else. */
    private static String contextOf(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return request.getServerName() + " " + (session == null ? "" : session.getId());
    }
}
