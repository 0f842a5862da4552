package io.rocketbots.onboarding.web.api;

import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.launch.branding.AppearanceDraft;
import io.rocketbots.onboarding.launch.branding.Brand;
import io.rocketbots.onboarding.launch.branding.Brands;
import io.rocketbots.onboarding.launch.branding.Logo;
import io.rocketbots.onboarding.launch.branding.LogoFile;
import io.rocketbots.onboarding.launch.branding.LogoFiles;
import io.rocketbots.onboarding.launch.branding.LogoIntake;
import io.rocketbots.onboarding.launch.branding.LogoKind;
import io.rocketbots.onboarding.launch.branding.SaveAppearance;
import io.rocketbots.onboarding.web.branding.LogoResponse;
import io.rocketbots.onboarding.web.problem.ApiProblem;
import io.rocketbots.onboarding.web.problem.ProblemType;
import io.rocketbots.onboarding.web.security.ApiCaller;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The Platform Appearance. Its ETag is the version of the whole brand, logos included. */
@RestController
@RequestMapping(ApiConfiguration.PATH + "/appearance")
class AppearanceApiController {

    private final Brands brands;
    private final SaveAppearance saveAppearance;
    private final LogoFiles files;

    AppearanceApiController(Brands brands, SaveAppearance saveAppearance, LogoFiles files) {
        this.brands = brands;
        this.saveAppearance = saveAppearance;
        this.files = files;
    }

    /**
     * The brand as it is in force.
     *
     * @param missing labels of what is still to be chosen before the platform can go live
     */
    record AppearanceAnswer(
            @Nullable String brandName,
            @Nullable String themeColor,
            @Nullable String supportEmail,
            @Nullable String supportLink,
            List<LogoAnswer> logos,
            boolean complete,
            List<String> missing) {}

    /**
     * One logo.
     *
     * @param kind logo, logo-white or logo-square
     * @param hostedOnYourDomain whether its own address lies on the reseller's domain
     */
    record LogoAnswer(
            String kind, String type, int width, int height, boolean hostedOnYourDomain, List<String> remarks) {}

    /** What is to be in force from now on; a field left out is emptied. Logos are put by themselves. */
    record AppearanceRequest(
            @Nullable String brandName,
            @Nullable String themeColor,
            @Nullable String supportEmail,
            @Nullable String supportLink) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(ApiScope.APPEARANCE_READ)
    @Nullable
    ResponseEntity<AppearanceAnswer> appearance(@AuthenticationPrincipal ApiCaller caller, ServletWebRequest request) {
        Brand brand = brands.of(caller.reseller().id());
        return request.checkNotModified(etag(brand)) ? null : answer(brand);
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(ApiScope.APPEARANCE_WRITE)
    ResponseEntity<AppearanceAnswer> change(
            @RequestBody AppearanceRequest wanted,
            @AuthenticationPrincipal ApiCaller caller,
            ServletWebRequest request) {
        Brand present = unchanged(caller, request);
        AppearanceDraft draft = new AppearanceDraft(
                present.version(),
                text(wanted.brandName()),
                text(wanted.themeColor()),
                text(wanted.supportEmail()),
                text(wanted.supportLink()),
                Map.of());
        return save(draft, caller, request);
    }

    @GetMapping("/logos/{kind:logo|logo-white|logo-square}")
    @Needs(ApiScope.APPEARANCE_READ)
    ResponseEntity<byte[]> logo(@PathVariable String kind, @AuthenticationPrincipal ApiCaller caller) {
        LogoKind logo = kindOf(kind);
        ResellerId reseller = caller.reseller().id();
        return brands.of(reseller)
                .logo(logo)
                .flatMap(present -> files.find(reseller, logo, present.sha()))
                .map(file -> LogoResponse.of(file, CacheControl.noCache()))
                .orElseThrow(() -> ApiProblem.of(ProblemType.NOT_FOUND));
    }

    /** The picture itself is the body; what it is, is seen from its content. */
    @PutMapping(path = "/logos/{kind:logo|logo-white|logo-square}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(ApiScope.APPEARANCE_WRITE)
    ResponseEntity<AppearanceAnswer> changeLogo(
            @PathVariable String kind, @AuthenticationPrincipal ApiCaller caller, ServletWebRequest request)
            throws IOException {
        Brand present = unchanged(caller, request);
        LogoKind logo = kindOf(kind);
        LogoFile file = taken(logo, request.getRequest().getInputStream());
        files.keep(caller.reseller().id(), logo, file);
        AppearanceDraft draft = new AppearanceDraft(
                present.version(),
                text(present.brandName()),
                text(present.themeColor()),
                text(present.supportEmail()),
                text(present.supportLink()),
                Map.of(logo, file.sha()));
        return save(draft, caller, request);
    }

    private static LogoFile taken(LogoKind kind, InputStream body) throws IOException {
        byte[] picture = body.readNBytes(LogoIntake.MAX_BYTES + 1);
        if (picture.length > LogoIntake.MAX_BYTES) {
            throw ApiProblem.of(ProblemType.TOO_LARGE, "A logo may have at most 2 MiB.");
        }
        return switch (LogoIntake.take(kind, picture)) {
            case LogoIntake.Result.Taken taken -> taken.file();
            case LogoIntake.Result.Refused refused -> throw ApiProblem.ofFields(Map.of("body", refused.why()));
        };
    }

    private Brand unchanged(ApiCaller caller, ServletWebRequest request) {
        Brand present = brands.of(caller.reseller().id());
        if (request.checkNotModified(etag(present))) {
            throw ApiProblem.of(ProblemType.CHANGED_MEANWHILE);
        }
        return present;
    }

    private ResponseEntity<AppearanceAnswer> save(AppearanceDraft draft, ApiCaller caller, ServletWebRequest request) {
        ResellerId reseller = caller.reseller().id();
        Logo.LogoHost from = caller.platform().isRocketbots() ? Logo.LogoHost.ROCKETBOTS : Logo.LogoHost.OWN_DOMAIN;
        return switch (saveAppearance.save(reseller, draft, from, caller.actor())) {
            case SaveAppearance.Result.Saved saved -> answer(brands.of(reseller));
            case SaveAppearance.Result.Faulty faulty -> throw ApiProblem.ofFields(faulty.faults());
            case SaveAppearance.Result.Overtaken overtaken ->
                throw ApiProblem.of(
                        request.getHeader("If-Match") == null ? ProblemType.CONFLICT : ProblemType.CHANGED_MEANWHILE);
        };
    }

    private static ResponseEntity<AppearanceAnswer> answer(Brand brand) {
        List<LogoAnswer> logos = Arrays.stream(LogoKind.values())
                .flatMap(kind -> brand.logo(kind).stream().map(logo -> logo(kind, logo)))
                .toList();
        return ResponseEntity.ok()
                .eTag(etag(brand))
                .cacheControl(CacheControl.noCache())
                .body(new AppearanceAnswer(
                        brand.brandName(),
                        brand.themeColor(),
                        brand.supportEmail(),
                        brand.supportLink(),
                        logos,
                        brand.isComplete(),
                        brand.missing()));
    }

    private static LogoAnswer logo(LogoKind kind, Logo logo) {
        return new LogoAnswer(
                kind.path(),
                logo.type().contentType(),
                logo.width(),
                logo.height(),
                logo.isOnOwnDomain(),
                logo.remarkSet().stream().sorted().map(remark -> remark.text()).toList());
    }

    private static LogoKind kindOf(String path) {
        return LogoKind.ofPath(path).orElseThrow(() -> ApiProblem.of(ProblemType.NOT_FOUND));
    }

    private static String etag(Brand brand) {
        return "\"" + brand.version() + "\"";
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
