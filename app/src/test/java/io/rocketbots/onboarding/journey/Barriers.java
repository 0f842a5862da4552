package io.rocketbots.onboarding.journey;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What would keep people from using a page: serious findings of axe-core, and having to scroll sideways. axe-core is run
 * by the browser's tools, not by the page, so the page's policy stays in force.
 */
final class Barriers {

    private static final int DESKTOP = 1280;
    private static final int PHONE = 360;
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    /** What is in order is not told, which is most of it. */
    private static final AxeRunOptions VIOLATIONS = new AxeRunOptions();

    static {
        VIOLATIONS.setResultTypes(List.of("violations"));
    }

    private Barriers() {}

    /** The findings on that page at the widths of a desktop and of a phone, each in one line. */
    static List<String> on(Page page, String path) {
        page.navigate(path);
        return Stream.of(DESKTOP, PHONE)
                .flatMap(width -> at(width, page, path, new AxeBuilder(page)))
                .toList();
    }

    /** The same in the popover that is open, since what lies dimmed behind it cannot be used. */
    static List<String> inPopover(Page page, String name) {
        return Stream.of(DESKTOP, PHONE)
                .flatMap(width -> at(width, page, name, new AxeBuilder(page).include(":popover-open")))
                .toList();
    }

    private static Stream<String> at(int width, Page page, String path, AxeBuilder axe) {
        page.setViewportSize(width, 800);
        int needed = (Integer) page.evaluate("document.documentElement.scrollWidth");
        Stream<String> tooWide =
                needed > width ? Stream.of("%s at %d is %d wide".formatted(path, width, needed)) : Stream.empty();
        Stream<String> found = axe.options(VIOLATIONS).setLegacyMode(true).analyze().getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .map(rule -> "%s at %d: %s".formatted(path, width, inWords(rule)));
        return Stream.concat(tooWide, found);
    }

    private static String inWords(Rule rule) {
        return rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget().toString())
                        .toList();
    }
}
