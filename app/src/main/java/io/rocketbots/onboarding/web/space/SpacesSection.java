package io.rocketbots.onboarding.web.space;

import com.google.re2j.Pattern;
import io.rocketbots.onboarding.customer.space.SpaceList;
import io.rocketbots.onboarding.customer.space.SpaceTerms;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.reseller.ModuleSection;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The section Spaces of the Reseller Module. Which part of a long list it shows stands in the page's address. */
@Component
@Order(30)
class SpacesSection implements ModuleSection {

    static final String NAME = "spaces";
    /** What was done, told once above the list. */
    static final String SAID = "spacesSaid";

    private static final String SEARCH = "space";
    private static final String PAGE = "spacePage";
    private static final Pattern PAGE_NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final int LAST_PAGE = 100_000;

    private final SpaceList list;
    private final SpaceTerms terms;
    private final HttpServletRequest request;

    SpacesSection(SpaceList list, SpaceTerms terms, HttpServletRequest request) {
        this.list = list;
        this.terms = terms;
        this.request = request;
    }

    @Override
    public void fill(Reseller reseller, Platform platform, Model model) {
        String search =
                Objects.requireNonNullElse(request.getParameter(SEARCH), "").strip();
        int page = Optional.ofNullable(request.getParameter(PAGE))
                .filter(typed -> PAGE_NUMBER.matcher(typed).matches())
                .map(Integer::parseInt)
                .map(typed -> Math.min(typed, LAST_PAGE))
                .orElse(0);
        model.addAttribute("spacesAtOnce", reseller.liveAt() != null);
        model.addAttribute(
                NAME,
                SpacesView.of(
                        list.find(PlatformId.of(reseller.id()), search, page), search, page, terms.keepCancelled()));
    }
}
