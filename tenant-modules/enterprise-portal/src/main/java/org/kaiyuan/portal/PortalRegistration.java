package org.kaiyuan.portal;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.CreditCode;
import org.kaiyuan.enterprises.own.OwnRecords;
import org.kaiyuan.platform.access.AccountId;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.SignedIn;
import org.kaiyuan.platform.access.portal.EnterprisePeople;
import org.kaiyuan.platform.access.portal.Park;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.portal.domain.Representative;
import org.kaiyuan.portal.domain.Representatives;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asking to stand for an enterprise: with a new account, or with the one that somebody is signed in with.
 *
 * <p>Whether the park's directory has the enterprise is never told: a request for one that is not there waits
 * like any other, after the same work. That a user name is taken has to be told, or nobody could choose one;
 * attempts are counted by address.
 */
@Service
public class PortalRegistration {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{5,24}");
    private static final int LONGEST_NAME = 60;

    /** So that nobody buries a park in requests. */
    private static final int MOST_WAITING = 1_000;

    /** How many of the park's staff are told of a request. */
    private static final int MOST_TOLD = 20;

    private static final int MOST_PARKS = 50;

    private final EnterprisePeople people;
    private final OwnRecords records;
    private final Representatives representatives;
    private final RepresentativeKeeping keeping;
    private final CodeBook codes;
    private final Notices notices;
    private final CurrentPerson current;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PortalRegistration(
            EnterprisePeople people,
            OwnRecords records,
            Representatives representatives,
            RepresentativeKeeping keeping,
            CodeBook codes,
            Notices notices,
            CurrentPerson current,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.people = people;
        this.records = records;
        this.representatives = representatives;
        this.keeping = keeping;
        this.codes = codes;
        this.notices = notices;
        this.current = current;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What became of it. */
    public enum Outcome {
        /** The park's staff decide. */
        WAITS,
        /** The code was good: they stand for the enterprise. */
        CONFIRMED
    }

    /** A park that one can choose. */
    public record ParkChoice(String code, String name) {}

    /** What whoever brings a code is told before they use it. */
    public record Guest(ParkChoice park, String enterpriseName, String invitedBy) {}

    /**
     * For whom somebody asks to stand.
     *
     * @param park its code
     * @param creditCode as typed; may be blank with a confirmation code, which says it
     * @param code a one-time code of the park or of the enterprise; blank for none
     */
    public record Asked(
            String park, String creditCode, String personName, String phone, String code) {}

    /** With what a new person will sign in. */
    public record NewAccount(String username, String password) {}

    /** Parks whose name or city has what was typed, at most 50. */
    public List<ParkChoice> parks(String typed) {
        return people.parks(typed, MOST_PARKS).stream().map(PortalRegistration::choice).toList();
    }

    public Optional<ParkChoice> park(String code) {
        return people.park(code).map(PortalRegistration::choice);
    }

    /**
     * Empty when the code is no good: unknown, used, taken back, over.
     *
     * @param address from where it is asked; wrong codes count
     * @throws org.kaiyuan.platform.access.TooManyRegistrations while the address has to wait
     */
    public Optional<Guest> guest(String park, String code, String address) {
        var guest = people.park(park).flatMap(at -> guest(at, code));
        if (guest.isEmpty()) {
            people.countAttempt(address);
        }
        return guest;
    }

    /**
     * Makes an account and asks with it; both, or neither.
     *
     * @param address from where it is asked
     * @throws org.kaiyuan.enterprises.CreditCodeRefused when it is no valid code
     * @throws org.kaiyuan.platform.access.AccountRefused when user name or password are not as they must be
     * @throws PortalRefused when name, phone or park are not as they must be, or the confirmation code is no good
     * @throws org.kaiyuan.platform.access.TooManyRegistrations while the address has to wait
     */
    public Outcome register(Asked asked, NewAccount account, String address) {
        people.countAttempt(address);
        var park = checked(asked);
        return SystemActing.inTenant(
                park.id(),
                () ->
                        inOne(() -> {
                            var id =
                                    people.open(
                                            account.username(),
                                            account.password(),
                                            asked.personName().strip());
                            keeping.oneAfterTheOther();
                            var granted = granted(asked, account.username());
                            return stand(park, id, account.username(), asked, granted);
                        }));
    }

    /**
     * Asks with the account of the signed-in person, whatever zone they act in. Asking again for what waits
     * already changes nothing.
     *
     * @throws org.kaiyuan.platform.access.AccountRefused when they work for the park
     * @see #register
     */
    public Outcome ask(Asked asked, String address) {
        var me = me();
        people.countAttempt(address);
        var park = checked(asked);
        return CurrentTenant.actAs(
                park.id(),
                () ->
                        inOne(() -> {
                            keeping.oneAfterTheOther();
                            people.refuseStaff(me.accountId());
                            var granted = granted(asked, me.username());
                            return stand(park, me.accountId(), me.username(), asked, granted);
                        }));
    }

    private record Grant(OwnRecords.Named enterprise, CodeBook.Granted by) {}

    private Optional<Guest> guest(Park park, String code) {
        return SystemActing.inTenant(
                park.id(),
                () ->
                        inOne(() ->
                                codes.look(code)
                                        .flatMap(granted ->
                                                records.find(granted.enterprise())
                                                        .map(enterprise ->
                                                                new Guest(
                                                                        choice(park),
                                                                        enterprise.name(),
                                                                        granted.madeBy())))));
    }

    private Park checked(Asked asked) {
        var name = asked.personName().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new PortalRefused("portal.refusal.name", LONGEST_NAME);
        }
        if (!PHONE.matcher(asked.phone().strip()).matches()) {
            throw new PortalRefused("portal.refusal.phone", asked.phone());
        }
        if (asked.code().isBlank() || !asked.creditCode().isBlank()) {
            CreditCode.of(asked.creditCode());
        }
        return people.park(asked.park())
                .orElseThrow(() -> new PortalRefused("portal.refusal.park"));
    }

    /** What the code gives; null without a code. */
    private @Nullable Grant granted(Asked asked, String username) {
        if (asked.code().isBlank()) {
            return null;
        }
        var granted = codes.take(asked.code(), username).orElseThrow(PortalRegistration::noGood);
        var enterprise = records.find(granted.enterprise()).orElseThrow(PortalRegistration::noGood);
        var wanted = CreditCode.tidy(asked.creditCode());
        if (enterprise.creditCode() == null
                || !wanted.isEmpty() && !wanted.equals(enterprise.creditCode())) {
            throw noGood();
        }
        return new Grant(enterprise, granted);
    }

    private Outcome stand(
            Park park, AccountId account, String username, Asked asked, @Nullable Grant grant) {
        var creditCode =
                grant == null
                        ? CreditCode.of(asked.creditCode()).value()
                        : String.valueOf(grant.enterprise().creditCode());
        refuseAgain(account, creditCode);
        var waiting =
                representatives.findByAccountIdAndCreditCodeAndState(
                        account.value(), creditCode, RepresentativeState.REQUESTED);
        if (grant == null && waiting.isPresent()) {
            return Outcome.WAITS;
        }
        var applicant =
                new Representative.Applicant(
                        username, asked.personName().strip(), asked.phone().strip());
        var one =
                waiting.orElseGet(() ->
                        new Representative(
                                park.id(), account, applicant, creditCode, clock.instant()));
        if (grant != null) {
            keeping.confirm(
                    one, grant.enterprise(), grant.by().administrator(), grant.by().madeBy());
            return Outcome.CONFIRMED;
        }
        refuseTooManyWaiting();
        representatives.saveAndFlush(one);
        keeping.record(one, "requested");
        for (var staff : people.staffWhoMay(PortalPermissions.CONFIRM, MOST_TOLD)) {
            notices.tell(
                    staff,
                    "portal.notice.requested",
                    List.of(applicant.personName(), creditCode),
                    "/representatives");
        }
        return Outcome.WAITS;
    }

    /** Told to themselves only: for whom they stand they know. */
    private void refuseAgain(AccountId account, String creditCode) {
        representatives
                .findByAccountIdAndCreditCodeAndState(
                        account.value(), creditCode, RepresentativeState.CONFIRMED)
                .ifPresent(standing -> {
                    throw new PortalRefused("portal.refusal.already", creditCode);
                });
    }

    private void refuseTooManyWaiting() {
        var waiting =
                jdbc.queryForObject(
                        """
                        select count(*) from (select from portal.representative where state = 'REQUESTED' limit ?) w\
                        """,
                        Integer.class,
                        MOST_WAITING);
        if (waiting != null && waiting >= MOST_WAITING) {
            throw new PortalRefused("portal.refusal.tooManyWaiting");
        }
    }

    private SignedIn me() {
        return current.signedIn()
                .filter(person ->
                        person.stage() == SignedIn.Stage.READY && person.watchedBy() == null)
                .orElseThrow(() -> new AccessDeniedException("Nobody is signed in as themselves"));
    }

    private <T> T inOne(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(open -> work.get()));
    }

    private static ParkChoice choice(Park park) {
        return new ParkChoice(park.code(), park.name());
    }

    private static PortalRefused noGood() {
        return new PortalRefused("portal.refusal.code");
    }
}
