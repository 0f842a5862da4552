package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.account.SecondFactors.SecondFactor;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks whether a code is one that the account's authenticator app shows now, or one of its recovery codes. No code is
 * taken twice. Wrong codes of the app make the next try wait, longer each time; a recovery code never waits, so that
 * nobody who knows the password can lock its owner out.
 */
@Component
public class CheckSecondFactor {

    /** More than a recovery code, however it is grouped. */
    private static final int LONGEST_CODE = 64;

    private static final Logger log = LoggerFactory.getLogger(CheckSecondFactor.class);

    private final SecondFactors factors;
    private final RecoveryCodes recoveryCodes;
    private final SecondFactorSeal seal;
    private final SecondFactorMails mails;
    private final AccessLog accessLog;
    private final Clock clock;

    CheckSecondFactor(
            SecondFactors factors,
            RecoveryCodes recoveryCodes,
            SecondFactorSeal seal,
            SecondFactorMails mails,
            AccessLog accessLog,
            Clock clock) {
        this.factors = factors;
        this.recoveryCodes = recoveryCodes;
        this.seal = seal;
        this.mails = mails;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /** How a try ended. */
    public sealed interface Result {

        record Right() implements Result {}

        record Wrong() implements Result {}

        /** It was right, and was taken before: the app shows the next one soon. */
        record Used() implements Result {}

        /** Too many wrong ones; this one was not looked at. */
        record TooSoon(Duration retryAfter) implements Result {}
    }

    /** Takes the code when it is right; the account is signing in, or confirms who it is, on that platform. */
    @Transactional
    public Result check(AccountId account, PlatformId platform, String typed) {
        if (typed.length() > LONGEST_CODE) {
            return wrong(account, platform);
        }
        String digits = withoutBlanks(typed);
        boolean fromApp =
                digits.length() == OneTimeCodes.DIGITS && digits.chars().allMatch(CheckSecondFactor::isDigit);
        return fromApp ? checkCode(account, platform, digits) : checkRecoveryCode(account, platform, typed);
    }

    private Result checkCode(AccountId account, PlatformId platform, String digits) {
        Optional<SecondFactor> locked = factors.lock(account);
        if (locked.isEmpty()) {
            return new Result.Wrong();
        }
        SecondFactor factor = locked.get();
        Duration wait = factors.waitFor(factor);
        if (wait.isPositive()) {
            return new Result.TooSoon(wait);
        }
        factors.countTry(account, factor);
        Optional<Long> step =
                secretOf(account, factor).flatMap(secret -> OneTimeCodes.stepOf(secret, digits, clock.instant()));
        if (step.isEmpty()) {
            return wrong(account, platform);
        }
        if (step.get() <= factor.lastStep()) {
            accessLog.add(AccessLog.What.SECOND_FACTOR_FAILED, platform, account);
            return new Result.Used();
        }
        factors.take(account, step.get());
        return new Result.Right();
    }

    private Optional<byte[]> secretOf(AccountId account, SecondFactor factor) {
        Optional<byte[]> secret = seal.open(account, factor.sealedSecret());
        if (secret.isEmpty()) {
            log.error(
                    "The second factor of account {} cannot be read: onboarding.secret is not the one it was set up under."
                            + " Its owner gets in with a recovery code only.",
                    account.value());
        }
        return secret;
    }

    private Result checkRecoveryCode(AccountId account, PlatformId platform, String typed) {
        if (!recoveryCodes.use(account, typed)) {
            return wrong(account, platform);
        }
        accessLog.add(AccessLog.What.RECOVERY_CODE_USED, platform, account);
        mails.tellOfRecovery(account, platform, recoveryCodes.left(account));
        return new Result.Right();
    }

    private Result wrong(AccountId account, PlatformId platform) {
        accessLog.add(AccessLog.What.SECOND_FACTOR_FAILED, platform, account);
        return new Result.Wrong();
    }

    /** Apps show the digits in two groups. */
    private static String withoutBlanks(String typed) {
        return typed.codePoints()
                .filter(letter -> !Character.isWhitespace(letter) && !Character.isSpaceChar(letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isDigit(int letter) {
        return letter >= '0' && letter <= '9';
    }
}
