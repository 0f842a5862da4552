package io.rocketbots.onboarding.local.sample;

import io.rocketbots.onboarding.launch.branding.AppearanceDraft;
import io.rocketbots.onboarding.launch.branding.Brand;
import io.rocketbots.onboarding.launch.branding.Brands;
import io.rocketbots.onboarding.launch.branding.Logo.LogoHost;
import io.rocketbots.onboarding.launch.branding.LogoFiles;
import io.rocketbots.onboarding.launch.branding.LogoIntake;
import io.rocketbots.onboarding.launch.branding.LogoKind;
import io.rocketbots.onboarding.launch.branding.SaveAppearance;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Sets up the brands of sample resellers. Doing something twice is doing it once. */
@Component
@Profile("local")
class SampleBrands {

    private final Brands brands;
    private final LogoFiles logoFiles;
    private final SaveAppearance saveAppearance;
    private final SampleResellers resellers;

    SampleBrands(Brands brands, LogoFiles logoFiles, SaveAppearance saveAppearance, SampleResellers resellers) {
        this.brands = brands;
        this.logoFiles = logoFiles;
        this.saveAppearance = saveAppearance;
        this.resellers = resellers;
    }

    /** Chooses name and color only, so that the logos are still missing. */
    void begin(Reseller reseller, String name, String color) {
        if (brands.of(reseller.id()).name().isEmpty()) {
            save(reseller, new AppearanceDraft(0, name, color, "", "", Map.of()));
        }
    }

    /** Completes the brand with the three logos that lie in that directory of the samples. */
    void complete(Reseller reseller, String name, String color, String supportEmail, String logos) {
        Brand present = brands.of(reseller.id());
        if (!present.isComplete()) {
            Map<LogoKind, String> uploads = new EnumMap<>(LogoKind.class);
            for (LogoKind kind : LogoKind.values()) {
                uploads.put(kind, upload(reseller, kind, "sample/" + logos + "/" + kind.path() + ".svg"));
            }
            save(reseller, new AppearanceDraft(present.version(), name, color, supportEmail, "", uploads));
        }
    }

    private String upload(Reseller reseller, LogoKind kind, String file) {
        try {
            byte[] content = new ClassPathResource(file).getContentAsByteArray();
            return switch (LogoIntake.take(kind, content)) {
                case LogoIntake.Result.Taken(var logo) -> {
                    logoFiles.keep(reseller.id(), kind, logo);
                    yield logo.sha();
                }
                case LogoIntake.Result.Refused(var why) -> throw new IllegalStateException(file + ": " + why);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void save(Reseller reseller, AppearanceDraft draft) {
        SaveAppearance.Result result = saveAppearance.save(
                reseller.id(),
                draft,
                LogoHost.ROCKETBOTS,
                resellers.owner(reseller).name());
        if (!(result instanceof SaveAppearance.Result.Saved)) {
            throw new IllegalStateException("The brand " + draft.brandName() + " was not saved: " + result);
        }
    }
}
