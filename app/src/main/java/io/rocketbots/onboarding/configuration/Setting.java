package io.rocketbots.onboarding.configuration;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * One property of ours: a component of {@link Settings}, of {@link LocalSettings} or of a record in them.
 *
 * @param name as in application.yaml
 * @param path the components that lead to where it ends up, which is the last one
 * @param needed the application does not start without it
 */
record Setting(String name, List<RecordComponent> path, boolean needed) {

    /** Every setting there is, in the order of the records. */
    static List<Setting> all() {
        return Stream.concat(
                        in(Settings.class, new Setting(Settings.PREFIX, List.of(), true)),
                        in(LocalSettings.class, new Setting(LocalSettings.PREFIX, List.of(), true)))
                .toList();
    }

    /** Those that count: local mode's own mean nothing elsewhere. */
    static List<Setting> all(boolean local) {
        return all().stream()
                .filter(setting -> local || !setting.name().startsWith(LocalSettings.PREFIX + "."))
                .toList();
    }

    private static Stream<Setting> in(Class<?> record, Setting group) {
        return Stream.of(record.getRecordComponents())
                .map(group::part)
                .flatMap(part -> part.component().getType().isRecord()
                        ? in(part.component().getType(), part)
                        : Stream.of(part));
    }

    private Setting part(RecordComponent component) {
        return new Setting(
                name + "." + dashed(component.getName()),
                Stream.concat(path.stream(), Stream.of(component)).toList(),
                needed && !component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    private static String dashed(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    RecordComponent component() {
        return path.getLast();
    }

    Type type() {
        return component().getGenericType();
    }

    boolean isList() {
        return Collection.class.isAssignableFrom(component().getType());
    }

    /** Of the value, or of each value of a list. */
    SettingKind kind() {
        return SettingKind.of(
                isList()
                        ? ResolvableType.forType(type()).getGeneric(0).toClass()
                        : component().getType());
    }

    /** The article too, and examples. */
    String what() {
        return isList() ? "a list; each of it is " + kind().what() : kind().what();
    }

    /** Must not be shown to anybody. */
    boolean isSecret() {
        return name.endsWith(".secret") || name.endsWith(".password");
    }

    /** The same in the environment of a process. */
    static String inEnvironment(String name) {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
