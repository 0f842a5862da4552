package io.rocketbots.onboarding.web.space;

import io.rocketbots.onboarding.customer.space.SpaceList;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.reseller.ModulePage;
import io.rocketbots.onboarding.web.reseller.NoReseller;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of Spaces by itself: for the page that looks again, and as a file. */
@Controller
class SpaceListController {

    private final ModulePage page;
    private final SpacesSection section;
    private final SpaceList list;
    private final Clock clock;

    SpaceListController(ModulePage page, SpacesSection section, SpaceList list, Clock clock) {
        this.page = page;
        this.section = section;
        this.list = list;
        this.clock = clock;
    }

    @GetMapping("/reseller/spaces/table")
    String table(@AuthenticationPrincipal CurrentAccount account, Platform platform, Model model) {
        section.fill(resellerOf(account), platform, model);
        return "space/table";
    }

    /** What was used in the month that runs, as far as it has come. */
    @GetMapping("/reseller/spaces/usage.csv")
    ResponseEntity<byte[]> usage(@AuthenticationPrincipal CurrentAccount account) {
        YearMonth month = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        String file = UsageCsv.of(list.all(PlatformId.of(resellerOf(account).id())), month);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("usage-" + month + ".csv")
                                .build()
                                .toString())
                .body(file.getBytes(StandardCharsets.UTF_8));
    }

    private Reseller resellerOf(CurrentAccount account) {
        return page.resellerOf(account).orElseThrow(NoReseller::new);
    }
}
