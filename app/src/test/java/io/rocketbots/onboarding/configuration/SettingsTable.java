package io.rocketbots.onboarding.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.FileSystemResource;

/** Every setting as Markdown: names and kinds from the records, what it is from the comments there, defaults from the files. */
final class SettingsTable {

    private static final Path RESOURCES = Path.of("src/main/resources");

    private static final String HEAD = """
            # Settings

            Every setting of the application, made from the code by `SettingsDocumentTest`: change it there, not here.

            Set one on the command line (`--onboarding.base-url=https://partners.example`), in a file `application.yaml` in the
            directory where the application is started, or in the environment, where names are written in capitals, without
            dashes and with `_` for each dot: `onboarding.base-url` is `ONBOARDING_BASEURL`. A list has commas between its values.
            A duration is a number with its unit: `ms`, `s`, `m`, `h` or `d`.

            Everything is looked at before anything starts. What is missing, cannot be meant or is no setting at all ends the
            start with a list that says of each what to set. A default in the column **local** counts in profile `local` in place
            of the usual one; profile `demo` makes minutes of the days, as
            [application-demo.yaml](../app/src/main/resources/application-demo.yaml) says.

            Spring Boot's own settings count beside these, above all `spring.datasource.url`, `.username` and `.password` for the
            database and `spring.mail.host`, `.port`, `.username` and `.password` for the mail server.
            """;

    private final Comments comments = new Comments();
    private final Binder defaults = binder("application.yaml");
    private final Binder localDefaults = binder("application-local.yaml");

    String text() {
        Map<String, List<Setting>> groups = new LinkedHashMap<>();
        groups.put(Settings.PREFIX, new ArrayList<>());
        for (Setting setting : Setting.all()) {
            groups.computeIfAbsent(groupOf(setting), name -> new ArrayList<>()).add(setting);
        }
        return HEAD
                + groups.entrySet().stream()
                        .map(group -> section(group.getKey(), group.getValue()))
                        .collect(Collectors.joining());
    }

    /** Names of settings of which nobody has said what they are. */
    List<String> undescribed() {
        return Setting.all().stream()
                .filter(setting -> setting.path().stream()
                        .anyMatch(component -> comments.of(component).isEmpty()))
                .map(Setting::name)
                .toList();
    }

    private static String groupOf(Setting setting) {
        if (isLocal(setting)) {
            return LocalSettings.PREFIX;
        }
        return setting.path().size() == 1
                ? Settings.PREFIX
                : setting.name().substring(0, setting.name().indexOf('.', Settings.PREFIX.length() + 1));
    }

    private String section(String group, List<Setting> settings) {
        return "\n## " + group + "\n\n"
                + about(group, settings.getFirst())
                + "| setting | kind | default | local | what it is |\n"
                + "| --- | --- | --- | --- | --- |\n"
                + settings.stream().map(this::row).collect(Collectors.joining());
    }

    private String about(String group, Setting one) {
        return switch (group) {
            case Settings.PREFIX -> "";
            case LocalSettings.PREFIX -> "What local mode runs on this machine. It counts in profile `local` only.\n\n";
            default -> sentence(said(one.path().getFirst())) + "\n\n";
        };
    }

    private String row(Setting setting) {
        String byDefault = valueIn(defaults, setting);
        String usual = byDefault.isEmpty() && setting.needed() && !isLocal(setting) ? "yours to set" : byDefault;
        String local = valueIn(localDefaults, setting);
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        setting.name(),
                        kind(setting),
                        usual,
                        local.equals(usual) ? "" : local,
                        sentence(what(setting)));
    }

    private static boolean isLocal(Setting setting) {
        return setting.name().startsWith(LocalSettings.PREFIX + ".");
    }

    private static String kind(Setting setting) {
        return setting.isList()
                ? "list of " + setting.kind().word() + "s"
                : setting.kind().word();
    }

    /** With what is said of the parts on the way: "for the reseller's brand: when the wait ends". */
    private String what(Setting setting) {
        int first = isLocal(setting) || setting.path().size() == 1 ? 0 : 1;
        return setting.path().subList(first, setting.path().size()).stream()
                .map(this::said)
                .collect(Collectors.joining(": "));
    }

    private String said(RecordComponent component) {
        return comments.of(component).orElse("");
    }

    private static String sentence(String comment) {
        return comment.isEmpty() ? "" : Character.toUpperCase(comment.charAt(0)) + comment.substring(1) + ".";
    }

    private static String valueIn(Binder file, Setting setting) {
        return setting.isList()
                ? file.bind(setting.name(), String[].class)
                        .map(list -> shown(String.join(", ", list)))
                        .orElse("")
                : file.bind(setting.name(), String.class)
                        .map(SettingsTable::shown)
                        .orElse("");
    }

    private static String shown(String value) {
        if (value.startsWith("@")) {
            return "of the build";
        }
        return value.isEmpty() ? "none" : "`" + value + "`";
    }

    private static Binder binder(String file) {
        try {
            MutablePropertySources sources = new MutablePropertySources();
            new YamlPropertySourceLoader()
                    .load(file, new FileSystemResource(RESOURCES.resolve(file)))
                    .forEach(sources::addLast);
            return new Binder(ConfigurationPropertySources.from(sources));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
