package io.rocketbots.onboarding.configuration;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.util.PlaceholderResolutionException;

/** What every setting is set to, read one by one, so that a fault in one does not hide those in others. */
final class SettingValues {

    private final Environment environment;
    private final Map<String, Object> values = new HashMap<>();
    private final List<SettingFault> faults = new ArrayList<>();

    private SettingValues(Environment environment) {
        this.environment = environment;
    }

    static SettingValues read(Environment environment, boolean local) {
        SettingValues values = new SettingValues(environment);
        Binder binder = Binder.get(environment);
        Setting.all(local).forEach(setting -> values.read(setting, binder));
        return values;
    }

    private void read(Setting setting, Binder binder) {
        String name = setting.name();
        try {
            Optional<Object> value = Optional.ofNullable(
                    binder.bind(ConfigurationPropertyName.of(name), Bindable.of(ResolvableType.forType(setting.type())))
                            .orElse(null));
            value.ifPresent(present -> values.put(name, present));
            if (value.isEmpty() && setting.needed()) {
                faults.add(SettingFault.missing(name, setting.what()));
            }
        } catch (BindException unreadable) {
            faults.add(unreadable(setting));
        }
    }

    private SettingFault unreadable(Setting setting) {
        String name = setting.name();
        try {
            String value = shown(name);
            return new SettingFault(
                    name,
                    setting.isSecret() ? null : value,
                    "is not " + setting.what() + ".",
                    SettingFault.toSet(name, setting.what()));
        } catch (PlaceholderResolutionException incomplete) {
            String part = incomplete.getPlaceholder();
            return new SettingFault(
                    name,
                    null,
                    "is made of " + part + ", which is not set.",
                    SettingFault.toSet(part, "what belongs there"));
        }
    }

    /** What could not be read, and what is missing. */
    List<SettingFault> faults() {
        return faults;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    <T> Optional<T> of(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name)).map(type::cast);
    }

    Optional<Duration> duration(String name) {
        return of(name, Duration.class);
    }

    Optional<String> text(String name) {
        return of(name, String.class);
    }

    Optional<URI> address(String name) {
        return of(name, URI.class);
    }

    /** What a list holds; nothing also when it could not be read. */
    Collection<?> list(String name) {
        return values.get(name) instanceof Collection<?> list ? list : List.of();
    }

    List<String> texts(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    /** Any other property. */
    Optional<String> other(String name) {
        return Optional.ofNullable(environment.getProperty(name));
    }

    /** As somebody wrote it. */
    String shown(String name) {
        return other(name)
                .orElseGet(() -> values.get(name) instanceof Collection<?>
                        ? String.join(", ", texts(name))
                        : String.valueOf(values.get(name)));
    }
}
