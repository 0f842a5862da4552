package io.rocketbots.onboarding.launch.branding;

import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The name that an owner types before something that cannot be taken back, so that it does not happen by mistake. */
@Component
public class ConfirmingName {

    private final Brands brands;

    ConfirmingName(Brands brands) {
        this.brands = brands;
    }

    /** The brand name, or the company's where there is none. */
    public String of(Reseller reseller) {
        String brand = brands.of(reseller.id()).brandName();
        return brand == null ? reseller.companyName() : brand;
    }

    /** What is wrong with what was typed, in a sentence for the one who typed it. */
    public Optional<String> fault(Reseller reseller, String typed) {
        String name = of(reseller);
        return typed.strip().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of("Type the name exactly: " + name);
    }
}
