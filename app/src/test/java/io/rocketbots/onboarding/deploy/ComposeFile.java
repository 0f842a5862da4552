package io.rocketbots.onboarding.deploy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/** A Compose file, or one with another on top. */
public record ComposeFile(Map<String, Object> content) {

    static final Path ROOT = Path.of("..");
    static final Path ONE_MACHINE = ROOT.resolve("docker-compose.yml");

    /** Stands for what is not taken over from the service that another one extends. */
    private static final String RESET = "!reset";

    /** The file for one machine. */
    public static ComposeFile ofOneMachine() {
        return of(ONE_MACHINE);
    }

    static ComposeFile of(Path... files) {
        YamlMapFactoryBean yaml = new YamlMapFactoryBean() {
            @Override
            protected Yaml createYaml() {
                return new Yaml(new WithReset());
            }
        };
        yaml.setResources(List.of(files).stream().map(FileSystemResource::new).toArray(Resource[]::new));
        ComposeFile file = new ComposeFile(new LinkedHashMap<>(Objects.requireNonNull(yaml.getObject())));
        file.content().put("services", file.extended());
        return file;
    }

    /** The services with what each takes over from another one of the same files. */
    private Map<String, Object> extended() {
        Map<String, Object> services = new LinkedHashMap<>();
        services().forEach((name, service) -> {
            Map<String, Object> whole = new LinkedHashMap<>();
            if (service.get("extends") instanceof Map<?, ?> source) {
                whole.putAll(services().getOrDefault(String.valueOf(source.get("service")), Map.of()));
            }
            whole.putAll(service);
            whole.values().removeIf(RESET::equals);
            services.put(name, whole);
        });
        return services;
    }

    Map<String, Map<String, Object>> services() {
        Map<String, Map<String, Object>> services = new LinkedHashMap<>();
        map(content.get("services")).forEach((name, service) -> services.put(name, map(service)));
        return services;
    }

    Map<String, Object> service(String name) {
        return Objects.requireNonNull(services().get(name), name);
    }

    /** The environment of that service, with the variables put in. */
    public Map<String, String> environment(String service, Variables variables) {
        Map<String, String> environment = new LinkedHashMap<>();
        map(service(service).get("environment"))
                .forEach((name, value) -> environment.put(name, variables.in(String.valueOf(value))));
        return environment;
    }

    /** The command by which Docker looks whether that service is well. */
    public List<String> healthCheck(String service) {
        List<?> test = (List<?>)
                Objects.requireNonNull(map(service(service).get("healthcheck")).get("test"));
        return test.stream().skip(1).map(String::valueOf).toList();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    /** Knows the one tag of Compose that is used here. */
    private static final class WithReset extends SafeConstructor {

        WithReset() {
            super(new LoaderOptions());
            yamlConstructors.put(new Tag(RESET), new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return RESET;
                }
            });
        }
    }
}
