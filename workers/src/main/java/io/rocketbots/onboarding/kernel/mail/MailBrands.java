package io.rocketbots.onboarding.kernel.mail;

import io.rocketbots.onboarding.kernel.id.ResellerId;

/** The brands of resellers as mails wear them; the brands know. */
public interface MailBrands {

    /** The brand of that reseller's live platform, with links to its own domain. */
    MailBrand of(ResellerId platform);
}
