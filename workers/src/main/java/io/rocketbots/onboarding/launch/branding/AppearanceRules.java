package io.rocketbots.onboarding.launch.branding;

import com.google.re2j.Pattern;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what was typed into the Platform Appearance and says field by field what is wrong with it. */
final class AppearanceRules {

    static final String BRAND_NAME = "brandName";
    static final String THEME_COLOR = "themeColor";
    static final String SUPPORT_EMAIL = "supportEmail";
    static final String SUPPORT_LINK = "supportLink";

    private static final int MAX_EMAIL = 254;
    private static final int MAX_LINK = 500;
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");
    /** A host with its port, which begins like an address with its scheme. */
    private static final Pattern HOST_AND_PORT = Pattern.compile("[\\w.-]+:\\d.*");
    /** With blanks around it. */
    private static final int LONGEST_TYPED = 2_000;

    private final Map<String, String> faults = new LinkedHashMap<>();
    private final Brand present;

    AppearanceRules(Brand present) {
        this.present = present;
    }

    /** Fault by field name; empty when all can be saved. */
    Map<String, String> faults() {
        return faults;
    }

    /** What can be read of it, without logos. */
    Appearance readAll(AppearanceDraft draft) {
        return new Appearance(
                name(draft.brandName()),
                color(draft.themeColor()),
                supportEmail(draft.supportEmail()),
                supportLink(draft.supportLink()),
                Map.of());
    }

    private Optional<BrandName> name(String typed) {
        String name = BrandName.tidied(typed);
        if (name.isEmpty()) {
            if (present.completedAt() != null) {
                faults.put(BRAND_NAME, "Your platform needs a name.");
            }
            return Optional.empty();
        }
        Optional<String> fault = BrandName.fault(name);
        fault.ifPresent(why -> faults.put(BRAND_NAME, why));
        return fault.isPresent() ? Optional.empty() : Optional.of(new BrandName(name));
    }

    private Optional<ThemeColor> color(String typed) {
        if (typed.isBlank()) {
            if (present.completedAt() != null) {
                faults.put(THEME_COLOR, "Your platform needs a color.");
            }
            return Optional.empty();
        }
        Optional<ThemeColor> color = ThemeColor.parse(typed);
        if (color.isEmpty()) {
            faults.put(THEME_COLOR, "Write the color as # and six digits or letters from A to F, like #0D6EFD.");
        }
        return color;
    }

    private Optional<String> supportEmail(String typed) {
        String email = typed.length() > LONGEST_TYPED ? typed : typed.strip();
        if (email.isEmpty()) {
            return Optional.empty();
        }
        if (email.length() > MAX_EMAIL || !EMAIL.matcher(email).matches()) {
            faults.put(SUPPORT_EMAIL, "Write an email address, like help@acme.example.");
            return Optional.empty();
        }
        return Optional.of(email);
    }

    private Optional<String> supportLink(String typed) {
        String link = typed.length() > LONGEST_TYPED ? typed : typed.strip();
        if (link.isEmpty()) {
            return Optional.empty();
        }
        String complete = link.length() > MAX_LINK || hasScheme(link) ? link : "https://" + link;
        if (complete.length() > MAX_LINK || !isWebAddress(complete)) {
            faults.put(SUPPORT_LINK, "Write a web address, like https://help.acme.example.");
            return Optional.empty();
        }
        return Optional.of(complete);
    }

    private static boolean hasScheme(String link) {
        return SCHEME.matcher(link).matches() && !HOST_AND_PORT.matcher(link).matches();
    }

    private static boolean isWebAddress(String link) {
        try {
            URI uri = new URI(link);
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
