package io.rocketbots.onboarding.web.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.web.WholeApp;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Presses every button there is: twice at once, in two tabs at once, and with a database that goes away at every moment at
 * which it is needed. Nothing of that may end with "something went wrong on our side".
 */
@WholeApp
@Import(Fragile.class)
@TestPropertySource(
        properties = {
            "onboarding.rate-limits.application.count=100000",
            "onboarding.rate-limits.sign-in.count=100000",
            "onboarding.rate-limits.reset.count=100000",
            "onboarding.rate-limits.api.count=100000",
            "onboarding.invitations.resend-pause=1ms"
        })
abstract class EveryPress {

    private static final Set<RequestMethod> READING =
            Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS, RequestMethod.TRACE);

    /** Refused here, since nobody has the code that their app would show. */
    private static final Set<String> WITHOUT_CODE = Set.of("/account/second-factor/confirm", "/sign-in/code");

    /** More connections than one press takes, one after the other. */
    private static final int MOST_CONNECTIONS = 80;

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private final Recipes recipes = new Recipes();

    /** What a press was answered with. */
    private record Said(int status, String location, String retryAfter) {

        static Said of(MockHttpServletResponse response) {
            return new Said(
                    response.getStatus(),
                    Objects.requireNonNullElse(response.getHeader(HttpHeaders.LOCATION), ""),
                    Objects.requireNonNullElse(response.getHeader(HttpHeaders.RETRY_AFTER), ""));
        }
    }

    @Test
    void hasARecipeForEveryRouteThatChangesSomething() {
        assertThat(recipes.all().keySet()).isEqualTo(routes());
    }

    private Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        ours((route, patterns) -> {
            Set<RequestMethod> methods =
                    new TreeSet<>(route.getMethodsCondition().getMethods());
            methods.removeAll(READING);
            methods.forEach(method -> patterns.forEach(pattern -> routes.add(method + " " + pattern)));
        });
        return routes;
    }

    private Set<String> pages() {
        Set<String> pages = new TreeSet<>();
        ours((route, patterns) -> {
            Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
            if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                pages.addAll(patterns);
            }
        });
        return pages;
    }

    private void ours(BiConsumer<RequestMappingInfo, Set<String>> what) {
        mapping.getHandlerMethods().forEach((route, handler) -> {
            if (handler.getBeanType().getName().startsWith("io.rocketbots.")) {
                what.accept(route, route.getPatternValues());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aSecondPressGetsTheAnswerOfTheFirst() {
        return each(press -> {
            Scene scene = new Scene(context);
            Sent sent = press.apply(scene);
            Scene.Form form = scene.form(sent.host());
            List<Said> said = atOnce(sent, form, form);
            assertThat(said).allSatisfy(EveryPress::isNoFault);
            assertThat(said).anySatisfy(one -> worked(sent, one));
            if (sent.isForm()) {
                assertThat(said.get(1)).isEqualTo(said.get(0));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> twoTabsAtOnceGetAnAnswerEach() {
        return each(press -> {
            Scene scene = new Scene(context);
            Sent sent = press.apply(scene);
            Scene.Form form = scene.form(sent.host());
            List<Said> said = atOnce(sent, form, scene.again(sent.host(), form));
            assertThat(said).allSatisfy(EveryPress::isNoFault);
            assertThat(said).anySatisfy(one -> worked(sent, one));
        });
    }

    @TestFactory
    Stream<DynamicTest> saysToComeBackWhenTheDatabaseIsAway() {
        return each(press -> {
            Scene scene = new Scene(context);
            Sent sent = press.apply(scene);
            Scene.Form form = scene.form(sent.host());
            saysToComeBack(() -> {
                Scene.Form anew = sent.isForm() ? scene.again(sent.host(), form) : form;
                return () -> send(sent, anew);
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> alsoOnEveryPage() {
        Scene scene = new Scene(context);
        Cookie reseller = scene.asReseller();
        Cookie lead = scene.as(Role.TEAM_LEAD);
        Cookie ops = scene.as(Role.OPS);
        // Neither is a page of this host.
        Stream<String> pages =
                pages().stream().filter(pattern -> !pattern.equals("/error") && !pattern.startsWith("/internal/"));
        return pages.map(pattern -> DynamicTest.dynamicTest("GET " + pattern, () -> {
            String path = pattern.replaceAll("\\{[^/]*}", UUID.randomUUID().toString());
            Cookie who = path.startsWith("/team/ops") ? ops : path.startsWith("/team") ? lead : reseller;
            saysToComeBack(() ->
                    () -> Said.of(mvc.perform(MockMvcRequestBuilders.get(URI.create("http://localhost" + path))
                                    .cookie(who))
                            .andReturn()
                            .getResponse()));
        }));
    }

    /** Whichever connection it is that the request does not get any more. */
    private static void saysToComeBack(Supplier<Callable<Said>> requests) throws Exception {
        List<Said> said = new ArrayList<>();
        boolean missed = true;
        for (int connections = 0; missed; connections++) {
            assertThat(connections).isLessThan(MOST_CONNECTIONS);
            Callable<Said> request = requests.get();
            missed = Fragile.goesAwayAfter(connections, () -> said.add(request.call()));
        }
        assertThat(said).allSatisfy(one -> {
            isNoFault(one);
            if (one.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
                assertThat(one.retryAfter()).isNotEmpty();
            }
        });
        if (said.size() > 1) {
            // Where nothing is anyway, the answer does not wait for the database.
            assertThat(said.getFirst().status())
                    .isIn(HttpStatus.SERVICE_UNAVAILABLE.value(), HttpStatus.NOT_FOUND.value());
        }
    }

    private Stream<DynamicTest> each(ThrowingConsumer test) {
        return recipes.all().entrySet().stream()
                .map(recipe -> DynamicTest.dynamicTest(recipe.getKey(), () -> test.accept(recipe.getValue())));
    }

    private interface ThrowingConsumer {
        void accept(Function<Scene, Sent> press) throws Exception;
    }

    private List<Said> atOnce(Sent sent, Scene.Form one, Scene.Form other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService hands = Executors.newFixedThreadPool(2)) {
            List<Future<Said>> presses = new ArrayList<>();
            for (Scene.Form form : List.of(one, other)) {
                presses.add(hands.submit(() -> {
                    together.await();
                    return send(sent, form);
                }));
            }
            return List.of(presses.get(0).get(), presses.get(1).get());
        }
    }

    private Said send(Sent sent, Scene.Form form) throws Exception {
        return Said.of(mvc.perform(sent.request(sent.isForm() ? form.csrf() : null, form.token()))
                .andReturn()
                .getResponse());
    }

    private static void isNoFault(Said said) {
        assertThat(said.status()).isNotEqualTo(HttpStatus.INTERNAL_SERVER_ERROR.value());
    }

    private static void worked(Sent sent, Said said) {
        assertThat(said.status())
                .isLessThan(
                        WITHOUT_CODE.contains(sent.path())
                                ? HttpStatus.INTERNAL_SERVER_ERROR.value()
                                : HttpStatus.BAD_REQUEST.value());
    }
}
