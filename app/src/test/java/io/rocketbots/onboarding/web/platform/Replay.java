package io.rocketbots.onboarding.web.platform;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.SynthesizingMethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a call of every route there is, about what belongs to somebody: read from what Spring serves, so that a new route is
 * among them by itself. What stands in a path and what is sent comes from recipes; a route for which one is missing
 * throws, until somebody writes it.
 */
final class Replay {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^{}]*(?:\\{[^{}]*}[^{}]*)*)?}");
    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private final Map<String, String> owned;
    private final Map<String, String> fixed;
    private final Map<String, Object> sent;
    private final JsonMapper json;
    private final Set<String> missing = new TreeSet<>();

    /**
     * Has these recipes.
     *
     * @param owned what stands in a path for a variable and names something of its owner's, by the pattern that ends there
     * @param fixed the same where it names nothing of anybody's, such as a kind of logo
     * @param sent what is sent as a parameter or field of JSON, by its name
     */
    Replay(Map<String, String> owned, Map<String, String> fixed, Map<String, Object> sent, JsonMapper json) {
        this.owned = owned;
        this.fixed = fixed;
        this.sent = sent;
        this.json = json;
    }

    /**
     * One call.
     *
     * @param pattern of the route, with plain names for variables
     * @param namesOwned whether its path names something of the owner's
     */
    record Call(
            HttpMethod method,
            String pattern,
            String path,
            boolean namesOwned,
            Map<String, String> parameters,
            boolean isMultipart,
            @Nullable MediaType type,
            @Nullable String body) {

        boolean changes() {
            return !Set.of(HttpMethod.GET, HttpMethod.HEAD).contains(method);
        }

        /** The same about what nobody has. */
        Call aboutNothing(Collection<String> names) {
            String other = path;
            for (String name : names) {
                other = other.replace(name, new UUID(0, name.hashCode()).toString());
            }
            return new Call(method, pattern, other, false, parameters, isMultipart, type, body);
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    List<Call> calls(Collection<RequestMappingHandlerMapping> mappings) {
        missing.clear();
        List<Call> calls = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(route -> calls(route.getKey(), route.getValue()))
                .sorted(Comparator.comparing(Call::toString))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Say in the recipes what a replay sends:\n" + String.join("\n", missing));
        }
        return calls;
    }

    private Stream<Call> calls(RequestMappingInfo route, HandlerMethod handler) {
        Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
        MediaType type = route.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .orElse(null);
        return route.getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty()
                                ? Stream.of(RequestMethod.GET, RequestMethod.POST)
                                : methods.stream())
                        .map(method -> call(method.asHttpMethod(), pattern, handler, type)));
    }

    private Call call(HttpMethod method, String raw, HandlerMethod handler, @Nullable MediaType type) {
        String pattern = VARIABLE.matcher(raw)
                .replaceAll("{$1}")
                .replace("/**", "/anything")
                .replace("/*", "/anything");
        boolean namesOwned = false;
        StringBuilder path = new StringBuilder();
        Matcher variables = VARIABLE.matcher(pattern);
        while (variables.find()) {
            String upTo = pattern.substring(0, variables.end());
            String value = owned.get(upTo);
            namesOwned |= value != null;
            variables.appendReplacement(
                    path,
                    Matcher.quoteReplacement(
                            value != null ? value : recipe(fixed.get(upTo), "", upTo, method, pattern)));
        }
        variables.appendTail(path);
        Map<String, String> parameters = new LinkedHashMap<>();
        boolean multipart = false;
        String body = null;
        for (MethodParameter parameter : parametersOf(handler)) {
            Class<?> kind = parameter.getParameterType();
            multipart |= kind == MultipartFile.class || kind == MultipartHttpServletRequest.class;
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                body = bodyOf(kind, method, pattern);
            } else if (isSent(parameter)) {
                namesOf(parameter)
                        .forEach((name, what) -> parameters.put(
                                name,
                                String.valueOf(
                                        recipe(sent.get(keyOf(name, what)), "", keyOf(name, what), method, pattern))));
            }
        }
        return new Call(method, pattern, path.toString(), namesOwned, parameters, multipart, type, body);
    }

    private static List<MethodParameter> parametersOf(HandlerMethod handler) {
        List<MethodParameter> parameters = new ArrayList<>();
        for (int i = 0; i < handler.getMethod().getParameterCount(); i++) {
            MethodParameter parameter = new SynthesizingMethodParameter(handler.getMethod(), i);
            parameter.initParameterNameDiscovery(NAMES);
            parameters.add(parameter);
        }
        return parameters;
    }

    /** Whether it is filled from parameters of the request: said so, or a record of the page's own. */
    private static boolean isSent(MethodParameter parameter) {
        Class<?> kind = parameter.getParameterType();
        boolean isRead = parameter.hasParameterAnnotation(RequestParam.class)
                && !MultiValueMap.class.isAssignableFrom(kind)
                && kind != MultipartFile.class;
        boolean isRecordOfThePage = kind.isRecord()
                && !parameter.hasParameterAnnotation(PathVariable.class)
                && (parameter.hasParameterAnnotation(ModelAttribute.class)
                        || parameter.getParameterAnnotations().length == 0)
                && kind.getPackageName().equals(parameter.getContainingClass().getPackageName());
        return isRead || isRecordOfThePage;
    }

    private static Map<String, Class<?>> namesOf(MethodParameter parameter) {
        Class<?> kind = parameter.getParameterType();
        if (kind.isRecord()) {
            return componentsOf(kind);
        }
        RequestParam said = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class));
        String name = said.name().isEmpty() ? Objects.requireNonNull(parameter.getParameterName()) : said.name();
        return Map.of(name, kind);
    }

    private static Map<String, Class<?>> componentsOf(Class<?> kind) {
        return Stream.of(kind.getRecordComponents())
                .collect(Collectors.toMap(
                        RecordComponent::getName, RecordComponent::getType, (one, other) -> one, LinkedHashMap::new));
    }

    private String bodyOf(Class<?> kind, HttpMethod method, String pattern) {
        Map<String, Object> fields = new LinkedHashMap<>();
        componentsOf(kind).forEach((name, what) -> {
            Object value = recipe(sent.get(keyOf(name, what)), "", keyOf(name, what), method, pattern);
            fields.put(name, List.class.isAssignableFrom(what) ? List.of(value) : plain(value, what));
        });
        return json.writeValueAsString(fields);
    }

    private static Object plain(Object value, Class<?> what) {
        return what == Integer.class
                        || what == int.class
                        || (what == JsonNode.class && value.toString().matches("\\d+"))
                ? Integer.valueOf(value.toString())
                : value;
    }

    /** Parameters that are ids have recipes of their own, since a name alone may mean another thing elsewhere. */
    private static String keyOf(String name, Class<?> kind) {
        return kind == UUID.class ? "UUID " + name : name;
    }

    private <T> T recipe(@Nullable T value, T instead, String what, HttpMethod method, String pattern) {
        if (value == null) {
            missing.add(what + " of " + method + " " + pattern);
        }
        return value == null ? instead : value;
    }
}
