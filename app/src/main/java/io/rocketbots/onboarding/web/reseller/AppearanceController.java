package io.rocketbots.onboarding.web.reseller;

import com.google.re2j.Pattern;
import io.rocketbots.onboarding.launch.branding.AppearanceDraft;
import io.rocketbots.onboarding.launch.branding.Brand;
import io.rocketbots.onboarding.launch.branding.Brands;
import io.rocketbots.onboarding.launch.branding.Logo.LogoHost;
import io.rocketbots.onboarding.launch.branding.LogoFiles;
import io.rocketbots.onboarding.launch.branding.LogoIntake;
import io.rocketbots.onboarding.launch.branding.LogoKind;
import io.rocketbots.onboarding.launch.branding.MoveLogo;
import io.rocketbots.onboarding.launch.branding.SaveAppearance;
import io.rocketbots.onboarding.launch.branding.ThemeColor;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.branding.LogoResponse;
import io.rocketbots.onboarding.web.branding.ThemeStyle;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The section Platform Appearance of the Reseller Module. */
@Controller
@RequestMapping("/reseller/appearance")
class AppearanceController {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final String BACK = "redirect:/reseller#platform-appearance";

    private final ModulePage page;
    private final AppearanceForms forms;
    private final SaveAppearance saveAppearance;
    private final MoveLogo moveLogo;
    private final Brands brands;
    private final LogoFiles files;

    AppearanceController(
            ModulePage page,
            AppearanceForms forms,
            SaveAppearance saveAppearance,
            MoveLogo moveLogo,
            Brands brands,
            LogoFiles files) {
        this.page = page;
        this.forms = forms;
        this.saveAppearance = saveAppearance;
        this.moveLogo = moveLogo;
        this.brands = brands;
        this.files = files;
    }

    @PostMapping
    String save(
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String brandName,
            @RequestParam(defaultValue = "") String themeColor,
            @RequestParam(defaultValue = "") String supportEmail,
            @RequestParam(defaultValue = "") String supportLink,
            MultipartHttpServletRequest request,
            @AuthenticationPrincipal CurrentAccount account,
            Platform platform,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response)
            throws IOException {
        Reseller reseller = resellerOf(account);
        Map<LogoKind, String> uploads = new EnumMap<>(LogoKind.class);
        Map<String, String> faults = new LinkedHashMap<>();
        for (LogoKind kind : LogoKind.values()) {
            takeUpload(reseller, kind, request, uploads, faults);
        }
        AppearanceDraft draft = new AppearanceDraft(version, brandName, themeColor, supportEmail, supportLink, uploads);
        // The other fields are looked at even so, to tell everything at once.
        faults.putAll(saveAppearance.faults(reseller.id(), draft));
        if (!faults.isEmpty()) {
            boolean tooLarge = request.getFileMap().values().stream().anyMatch(AppearanceController::tooLarge);
            response.setStatus((tooLarge ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST).value());
            model.addAttribute("appearance", forms.typed(reseller, draft, faults, platform));
            return page.show(reseller, platform, model);
        }
        LogoHost from = platform.isRocketbots() ? LogoHost.ROCKETBOTS : LogoHost.OWN_DOMAIN;
        return switch (saveAppearance.save(reseller.id(), draft, from, account.name())) {
            case SaveAppearance.Result.Saved saved -> {
                redirect.addFlashAttribute("appearanceSaid", savedWords(reseller));
                yield BACK;
            }
            case SaveAppearance.Result.Faulty faulty -> {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                model.addAttribute("appearance", forms.typed(reseller, draft, faulty.faults(), platform));
                yield page.show(reseller, platform, model);
            }
            case SaveAppearance.Result.Overtaken overtaken -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("appearance", forms.overtaken(reseller, draft, overtaken.present(), platform));
                yield page.show(reseller, platform, model);
            }
        };
    }

    /** A new file where one was chosen, else the one kept from the last try. */
    private void takeUpload(
            Reseller reseller,
            LogoKind kind,
            MultipartHttpServletRequest request,
            Map<LogoKind, String> uploads,
            Map<String, String> faults)
            throws IOException {
        String field = AppearanceForms.fieldOf(kind);
        Optional.ofNullable(request.getParameter(field + "Upload"))
                .filter(sha -> SHA_256.matcher(sha).matches())
                .ifPresent(sha -> uploads.put(kind, sha));
        MultipartFile file = request.getFile(field);
        if (file == null || noneChosen(file)) {
            return;
        }
        switch (LogoIntake.take(kind, file.getBytes())) {
            case LogoIntake.Result.Taken taken -> {
                files.keep(reseller.id(), kind, taken.file());
                uploads.put(kind, taken.file().sha());
            }
            case LogoIntake.Result.Refused refused -> faults.put(field, refused.why());
        }
    }

    /** Browsers send a part without a name for a file field that was left alone. */
    private static boolean noneChosen(MultipartFile file) {
        String name = file.getOriginalFilename();
        return file.isEmpty() && (name == null || name.isEmpty());
    }

    private static boolean tooLarge(MultipartFile file) {
        return file.getSize() > LogoIntake.MAX_BYTES;
    }

    private String savedWords(Reseller reseller) {
        List<String> missing = brands.of(reseller.id()).missing();
        return missing.isEmpty()
                ? "Saved. This is how your platform looks from now on."
                : "Saved. Still to choose: " + String.join(", ", missing) + ".";
    }

    @PostMapping("/{kind:logo|logo-white|logo-square}/move")
    String move(
            @PathVariable String kind,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @AuthenticationPrincipal CurrentAccount account,
            Platform platform,
            Model model,
            RedirectAttributes redirect) {
        Reseller reseller = resellerOf(account);
        LogoKind logo = LogoKind.ofPath(kind).orElseThrow(NoReseller::new);
        boolean moved = moveLogo.move(reseller.id(), logo);
        if (htmx == null) {
            redirect.addFlashAttribute(
                    "appearanceSaid",
                    moved ? "Moved to your domain." : "Your domain must be live before a logo can move there.");
            return BACK;
        }
        Brand brand = brands.of(reseller.id());
        model.addAttribute("logo", forms.logo(reseller, brand, logo, Optional.empty(), platform));
        model.addAttribute("version", brand.version());
        return "reseller/_hosted-on";
    }

    /** A file that was uploaded with a form that is not saved yet; for its owner only. */
    @GetMapping("/uploads/{kind}/{sha}")
    ResponseEntity<byte[]> upload(
            @PathVariable String kind, @PathVariable String sha, @AuthenticationPrincipal CurrentAccount account) {
        return LogoKind.ofPath(kind)
                .flatMap(logo -> files.find(resellerOf(account).id(), logo, sha))
                .map(file -> LogoResponse.of(file, CacheControl.noStore()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The colours of the preview before any script runs. */
    @GetMapping("/preview.css")
    ResponseEntity<String> previewStyle(@RequestParam(defaultValue = "") String color) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
                .body(ThemeStyle.preview(ThemeColor.parse("#" + color).orElse(ThemeColor.NEUTRAL)));
    }

    private Reseller resellerOf(CurrentAccount account) {
        return page.resellerOf(account).orElseThrow(NoReseller::new);
    }
}
