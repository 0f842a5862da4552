package io.rocketbots.onboarding.web.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Tells what a fault of the database means to whoever sent the request, wherever in it the fault happened and in whatever
 * it was wrapped on the way.
 */
final class DatabaseFault {

    private static final List<Class<? extends Throwable>> AWAY = List.of(
            CannotCreateTransactionException.class,
            DataAccessResourceFailureException.class,
            TransientDataAccessResourceException.class,
            RecoverableDataAccessException.class,
            QueryTimeoutException.class,
            SQLTransientConnectionException.class,
            SQLNonTransientConnectionException.class,
            SQLRecoverableException.class,
            SQLTimeoutException.class);

    /** Classes of SQLSTATE: no connection, no resources, ended by an operator, trouble of the system. */
    private static final Set<String> AWAY_STATES = Set.of("08", "53", "57", "58");

    /** Of H2: broken, closed, closing. */
    private static final Set<Integer> AWAY_CODES = Set.of(90067, 90098, 90121, 90135);

    private static final List<Class<? extends Throwable>> OVERTAKEN =
            List.of(ConcurrencyFailureException.class, DuplicateKeyException.class);

    /** A key is there already or not any more; a transaction met another one. */
    private static final Set<String> OVERTAKEN_STATES = Set.of("23503", "23505", "40001", "40P01");

    /** Of H2: another transaction has the row, or it took the row's reference. */
    private static final Set<Integer> OVERTAKEN_CODES = Set.of(90131, 23506);

    private DatabaseFault() {}

    /** The database is away, or has no time: the same works in a moment. */
    static boolean isAway(Throwable fault) {
        return any(
                fault,
                cause -> isOneOf(AWAY, cause)
                        || (cause instanceof SQLException sql
                                && (AWAY_STATES.contains(classOf(sql)) || AWAY_CODES.contains(sql.getErrorCode()))));
    }

    /** Somebody else changed the same in the same moment and was faster; nothing was changed here. */
    static boolean isOvertaken(Throwable fault) {
        return any(
                fault,
                cause -> isOneOf(OVERTAKEN, cause)
                        || (cause instanceof SQLException sql
                                && (OVERTAKEN_STATES.contains(sql.getSQLState())
                                        || OVERTAKEN_CODES.contains(sql.getErrorCode()))));
    }

    private static boolean isOneOf(List<Class<? extends Throwable>> types, Throwable cause) {
        return types.stream().anyMatch(type -> type.isInstance(cause));
    }

    private static String classOf(SQLException fault) {
        String state = fault.getSQLState();
        return state == null || state.length() != 5 ? "" : state.substring(0, 2);
    }

    private static boolean any(Throwable fault, Predicate<Throwable> what) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (what.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
