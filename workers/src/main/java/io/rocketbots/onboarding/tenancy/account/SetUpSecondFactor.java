package io.rocketbots.onboarding.tenancy.account;

import com.google.common.base.Splitter;
import com.google.common.io.BaseEncoding;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ties an authenticator app to an account. Nothing is stored before a code has shown that the app has the secret; until
 * then the page carries it, sealed, so that each tab has its own and looking at one changes nothing.
 */
@Component
public class SetUpSecondFactor {

    private static final int GROUP = 4;

    private final SecondFactors factors;
    private final RecoveryCodes recoveryCodes;
    private final SecondFactorSeal seal;
    private final SecondFactorMails mails;
    private final AccessLog log;
    private final SecureRandom random;
    private final Clock clock;

    SetUpSecondFactor(
            SecondFactors factors,
            RecoveryCodes recoveryCodes,
            SecondFactorSeal seal,
            SecondFactorMails mails,
            AccessLog log,
            SecureRandom random,
            Clock clock) {
        this.factors = factors;
        this.recoveryCodes = recoveryCodes;
        this.seal = seal;
        this.mails = mails;
        this.log = log;
        this.random = random;
        this.clock = clock;
    }

    /**
     * What the app is to be told.
     *
     * @param sealed comes back with the first code
     * @param secret in base 32, in groups, to be typed where no camera is
     * @param uri what the QR code holds: an {@code otpauth} URI, as
     *     <a href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">every app reads it</a>
     */
    public record Draft(String sealed, String secret, String uri) {}

    /** How confirming ended. */
    public sealed interface Result {

        /** The app counts from now on; the recovery codes are shown this once. */
        record Done(List<String> recoveryCodes) implements Result {}

        record WrongCode() implements Result {}

        /** This very app was set up a moment ago, with another press of the button. */
        record DoneAlready() implements Result {}

        /** The page was open for too long, or is somebody else's. */
        record Outdated() implements Result {}
    }

    /**
     * A new secret.
     *
     * @param issuer what the app calls the platform
     */
    public Draft begin(AccountId account, String email, String issuer) {
        byte[] secret = OneTimeCodes.newSecret(random);
        return draft(seal.sealDraft(account, secret, clock.instant()), secret, email, issuer);
    }

    /** The same again, after a code that was wrong; empty when it is too old. */
    public Optional<Draft> again(AccountId account, String email, String issuer, String sealed) {
        return seal.openDraft(account, sealed, clock.instant()).map(secret -> draft(sealed, secret, email, issuer));
    }

    /** Takes the place of an app that was set up before. */
    @Transactional
    public Result confirm(AccountId account, PlatformId platform, String sealed, String code) {
        Optional<byte[]> drafted = seal.openDraft(account, sealed, clock.instant());
        if (drafted.isEmpty()) {
            return new Result.Outdated();
        }
        factors.lockOwner(account);
        if (isSetUpAlready(account, drafted.get())) {
            return new Result.DoneAlready();
        }
        Optional<Long> step = OneTimeCodes.stepOf(drafted.get(), code.replace(" ", ""), clock.instant());
        if (step.isEmpty()) {
            return new Result.WrongCode();
        }
        factors.put(account, seal.seal(account, drafted.get()), step.get());
        List<String> codes = recoveryCodes.make(account);
        log.add(AccessLog.What.SECOND_FACTOR_SET_UP, platform, account);
        mails.tellOfSetUp(account, platform);
        return new Result.Done(codes);
    }

    /** New recovery codes in place of those before; empty when the account has no second factor. */
    @Transactional
    public Optional<List<String>> newRecoveryCodes(AccountId account, PlatformId platform) {
        factors.lockOwner(account);
        if (!factors.isSetUp(account)) {
            return Optional.empty();
        }
        log.add(AccessLog.What.RECOVERY_CODES_MADE, platform, account);
        return Optional.of(recoveryCodes.make(account));
    }

    private boolean isSetUpAlready(AccountId account, byte[] drafted) {
        return factors.lock(account)
                .flatMap(present -> seal.open(account, present.sealedSecret()))
                .filter(secret -> Arrays.equals(secret, drafted))
                .isPresent();
    }

    private static Draft draft(String sealed, byte[] secret, String email, String issuer) {
        String text = BaseEncoding.base32().encode(secret);
        String uri = "otpauth://totp/" + encoded(issuer) + ":" + encoded(email) + "?secret=" + text + "&issuer="
                + encoded(issuer);
        return new Draft(sealed, String.join(" ", Splitter.fixedLength(GROUP).split(text)), uri);
    }

    /** Percent-encoded: some apps would show a plus. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
