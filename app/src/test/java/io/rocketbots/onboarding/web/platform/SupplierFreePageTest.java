package io.rocketbots.onboarding.web.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whoever reads a Reseller Platform, all of it, does not learn who supplies it. */
@WholeApp
class SupplierFreePageTest {

    /** The supplier's name, and its host in a link. */
    private static final List<String> SUPPLIER_WORDS = List.of("rocketbots", "//localhost");

    private static final List<String> BEGINNINGS =
            List.of("/", "/sign-in", "/forgot-password", "/guides/reseller-module", "/guides/custom-domain");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Test
    void tellsAStrangerNothing() {
        String domain = people.liveDomainOf(people.brandedReseller());

        Map<String, Crawl.Page> pages = Crawl.of(
                mvc,
                domain,
                Optional.empty(),
                Stream.concat(BEGINNINGS.stream(), deadEnds()).toList());

        assertThat(pages).containsKeys("/sign-in", "/guides/custom-domain", "/css/onboarding.css");
        assertThat(pages).allSatisfy(SupplierFreePageTest::isSupplierFree);
    }

    @Test
    void tellsTheResellersCustomersNothing() {
        Reseller reseller = people.brandedReseller();
        String domain = people.liveDomainOf(reseller);
        Space space = people.activeSpaceOf(reseller);

        Map<String, Crawl.Page> owner = readBy(people.memberOf(space, SpaceRole.OWNER), domain);
        Map<String, Crawl.Page> agent = readBy(people.memberOf(space, SpaceRole.AGENT), domain);

        assertThat(owner).containsKeys("/spaces", "/account");
        assertThat(owner).allSatisfy(SupplierFreePageTest::isSupplierFree);
        assertThat(agent).containsKeys("/spaces", "/account");
        assertThat(agent).allSatisfy(SupplierFreePageTest::isSupplierFree);
    }

    @Test
    void namesTheSupplierToTheResellerOnlyOnTheSuppliersOwnHost() {
        Reseller reseller = people.brandedReseller();
        String domain = people.liveDomainOf(reseller);
        people.activeSpaceOf(reseller);

        Map<String, Crawl.Page> pages = readBy(people.accountOf(reseller), domain);

        assertThat(pages).containsKeys("/reseller", "/spaces", "/account");
        assertThat(pages).allSatisfy(SupplierFreePageTest::isSupplierFree);
    }

    private static Stream<String> deadEnds() {
        return Stream.of(
                "/nothing-here",
                "/team/tasks",
                "/reseller-program",
                "/invitations/no-such-token",
                "/activate/no-such-token",
                "/reset-password/no-such-token",
                "/dns/no-such-token",
                "/spaces/00000000-0000-0000-0000-000000000001/contacts",
                "/api/v1/spaces",
                "/robots.txt",
                "/favicon.ico");
    }

    private Map<String, Crawl.Page> readBy(Account account, String domain) {
        Cookie session = Objects.requireNonNull(mvc.post()
                .uri("http://" + domain + "/sign-in")
                .param("email", account.email())
                .param("password", People.PASSWORD)
                .with(csrf())
                .exchange()
                .getResponse()
                .getCookie("session"));
        return Crawl.of(
                mvc,
                domain,
                Optional.of(session),
                Stream.of(BEGINNINGS.stream(), deadEnds(), Stream.of("/spaces", "/reseller", "/account"))
                        .flatMap(paths -> paths)
                        .toList());
    }

    private static void isSupplierFree(String path, Crawl.Page page) {
        assertThat(SUPPLIER_WORDS)
                .as("words of the supplier at %s (status %s)", path, page.status())
                .noneMatch(page::says);
        assertThat(page.status()).as("status of %s", path).isLessThan(500);
    }
}
