package io.rocketbots.onboarding.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Finds names below {@code onboarding} that mean nothing, since a mistyped setting would silently change nothing. */
final class UnknownSettings {

    private static final Logger log = LoggerFactory.getLogger(UnknownSettings.class);

    private static final String PREFIX = Settings.PREFIX + ".";
    private static final String ENVIRONMENT_PREFIX = "ONBOARDING_";
    private static final Pattern INDEX = Pattern.compile("\\[\\d+]$|_\\d+$");

    /** What Kubernetes puts into every environment when a service is called "onboarding". */
    private static final Pattern SERVICE_LINK =
            Pattern.compile("ONBOARDING_(\\w+_)?(SERVICE_HOST|SERVICE_PORT|PORT)(_\\w+)?");

    private final Map<String, String> known = new LinkedHashMap<>();

    private UnknownSettings() {
        for (Setting setting : Setting.all()) {
            known.put(plain(setting.name()), setting.name());
        }
    }

    static List<SettingFault> in(ConfigurableEnvironment environment) {
        List<SettingFault> faults = new ArrayList<>();
        UnknownSettings settings = new UnknownSettings();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> enumerable) {
                settings.find(enumerable, faults);
            }
        }
        return faults;
    }

    private void find(EnumerablePropertySource<?> source, List<SettingFault> faults) {
        for (String name : source.getPropertyNames()) {
            if (!isKnown(name, source)) {
                SettingFault fault = fault(name, source instanceof SystemEnvironmentPropertySource);
                // Maven and its plugins hand properties of the build on to the JVM of a test, whatever they are called.
                if (source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)) {
                    log.warn("The system property {} {} {}", name, fault.why(), fault.remedy());
                } else {
                    faults.add(fault);
                }
            }
        }
    }

    private boolean isKnown(String name, EnumerablePropertySource<?> source) {
        if (source instanceof SystemEnvironmentPropertySource) {
            return !name.toUpperCase(Locale.ROOT).startsWith(ENVIRONMENT_PREFIX)
                    || SERVICE_LINK.matcher(name).matches()
                    || known.containsKey(plain(name));
        }
        String canonical = name.toLowerCase(Locale.ROOT);
        return !canonical.startsWith(PREFIX)
                || known.values().stream().anyMatch(setting -> isThatOrItsGroup(canonical, setting));
    }

    /** Dashes do not count; a group without anything in it stands in a file as its bare name. */
    private static boolean isThatOrItsGroup(String name, String setting) {
        String written = INDEX.matcher(name).replaceFirst("").replace("-", "").replace("_", "");
        String meant = setting.replace("-", "");
        return meant.equals(written) || meant.startsWith(written + ".");
    }

    private SettingFault fault(String name, boolean inEnvironment) {
        String nearest = nearest(name);
        String suggested = inEnvironment ? Setting.inEnvironment(nearest) : nearest;
        return new SettingFault(
                name, null, "is no setting.", "Did you mean " + suggested + "? Else remove " + name + ".");
    }

    private String nearest(String name) {
        String written = plain(name);
        return known.entrySet().stream()
                .min(Comparator.comparingInt(
                        setting -> LevenshteinDistance.getDefaultInstance().apply(written, setting.getKey())))
                .map(Map.Entry::getValue)
                .orElseThrow();
    }

    private static String plain(String name) {
        return INDEX.matcher(name).replaceFirst("").replaceAll("[-._]", "").toLowerCase(Locale.ROOT);
    }
}
