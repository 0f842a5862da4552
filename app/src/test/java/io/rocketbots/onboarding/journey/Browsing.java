package io.rocketbots.onboarding.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Opens the browser once for all tests, a fresh window for each person in a test, and keeps what a failed test has seen. */
class Browsing implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace NAMESPACE = Namespace.create(Browsing.class);
    // As long as Playwright waits for what is to be clicked; a page may wait for a busy engine.
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path EVIDENCE = Path.of("target", "browser");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.find().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium is installed.");
        }
        String reason = "No Chromium was found on the PATH, so the browser tests cannot run. Install one"
                + " (apt-get install chromium) and they will.";
        if (Chromium.required()) {
            throw new IllegalStateException(reason + " They are required by -Donboarding.browser=required.");
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Page.class || type == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == Browser.class) {
            return browser(context);
        }
        return windows(context).open(browser(context), baseUrl(context));
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        context.getExecutionException().ifPresent(failure -> {
            String name = context.getRequiredTestClass().getSimpleName() + "."
                    + context.getRequiredTestMethod().getName();
            Windows windows = windows(context);
            // Who reads the log of a build elsewhere has no picture.
            failure.addSuppressed(new AssertionError(windows.inWords()));
            windows.keepEvidence(EVIDENCE.resolve(name));
        });
    }

    private static Browser browser(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(OpenBrowser.class, ignored -> OpenBrowser.open(), OpenBrowser.class)
                .browser();
    }

    private static Windows windows(ExtensionContext context) {
        return context.getStore(NAMESPACE).computeIfAbsent(Windows.class, ignored -> new Windows(), Windows.class);
    }

    private static String baseUrl(ExtensionContext context) {
        return SpringExtension.getApplicationContext(context)
                .getEnvironment()
                .getRequiredProperty("onboarding.base-url");
    }

    private record OpenBrowser(Playwright playwright, Browser browser) implements AutoCloseable {

        static OpenBrowser open() {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Chromium.find().orElseThrow())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    // Every reseller's domain in a test is a name below localhost.
                                    "--host-resolver-rules=MAP *.localhost 127.0.0.1")));
            PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
            return new OpenBrowser(playwright, browser);
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    /** The windows of one test, each of another person. */
    private static final class Windows implements AutoCloseable {

        private final List<Page> pages = new ArrayList<>();

        Page open(Browser browser, String baseUrl) {
            BrowserContext context = browser.newContext(new Browser.NewContextOptions().setBaseURL(baseUrl));
            // Snapshots show each step; pictures of every moment beside them would keep a small machine busy.
            context.tracing().start(new Tracing.StartOptions().setSnapshots(true));
            Page page = context.newPage();
            pages.add(page);
            return page;
        }

        /** What each person had before them. */
        String inWords() {
            return pages.stream()
                    .flatMap(page -> page.context().pages().stream())
                    .map(page -> "Shown was " + page.url() + ":\n"
                            + page.locator("body").innerText())
                    .collect(Collectors.joining("\n\n"));
        }

        void keepEvidence(Path name) {
            for (int i = 0; i < pages.size(); i++) {
                String person = name + "-" + (i + 1);
                BrowserContext context = pages.get(i).context();
                // Its first page, and what its links have opened beside it.
                List<Page> opened = context.pages();
                for (int j = 0; j < opened.size(); j++) {
                    String picture = person + (j == 0 ? "" : "-" + (j + 1)) + ".png";
                    opened.get(j)
                            .screenshot(new Page.ScreenshotOptions()
                                    .setFullPage(true)
                                    .setPath(Path.of(picture)));
                }
                context.tracing().stop(new Tracing.StopOptions().setPath(Path.of(person + ".zip")));
            }
        }

        @Override
        public void close() {
            pages.forEach(page -> page.context().close());
        }
    }
}
