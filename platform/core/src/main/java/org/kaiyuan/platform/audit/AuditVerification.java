package org.kaiyuan.platform.audit;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checking that nobody has touched the trail: that every line that was sealed is there, as it was, in its
 * place. That somebody checked, and what came out, becomes a line itself.
 */
@Service
public class AuditVerification {
    static final String KIND = "audit.chain";

    /** Of every chain, so that its checks are found together. */
    static final UUID THE_CHAIN = new UUID(0x7000L, 0x8000000000000000L);

    /** Enough for a day of a busy zone. */
    private static final long NEWEST = 2_000;

    private final Verifying verifying;
    private final Sealing sealing;
    private final ChangeHistory history;
    private final TransactionTemplate transaction;

    AuditVerification(
            Verifying verifying,
            Sealing sealing,
            ChangeHistory history,
            PlatformTransactionManager transactions) {
        this.verifying = verifying;
        this.sealing = sealing;
        this.history = history;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The whole chain of the current zone: some seconds for each million lines. */
    @PreAuthorize("hasRole('" + AuditPermissions.READ + "')")
    public Verification whole() {
        return checked(Long.MAX_VALUE, null);
    }

    /** The newest 2,000 links. */
    @PreAuthorize("hasRole('" + AuditPermissions.READ + "')")
    public Verification newest() {
        return checked(NEWEST, null);
    }

    /**
     * The whole chain, and whether a head that was kept elsewhere is in it.
     *
     * @param hash in hexadecimal, as {@link Verification#headHash} told it
     * @throws HeadRefused when it is no such thing
     */
    @PreAuthorize("hasRole('" + AuditPermissions.READ + "')")
    public Verification against(long link, String hash) {
        return checked(Long.MAX_VALUE, head(link, hash));
    }

    private Verification checked(long links, KnownHeads.@Nullable Head kept) {
        sealing.seal(Chains.own());
        var found = verifying.verify(Chains.own(), links, kept);
        transaction.executeWithoutResult(
                open -> history.record(KIND, THE_CHAIN, act(found), told(found)));
        return found;
    }

    static String act(Verification found) {
        return found.sound() ? "verified" : "chainBroken";
    }

    static List<FieldChange> told(Verification found) {
        var told = new ArrayList<FieldChange>();
        told.add(new FieldChange("links", null, Long.toString(found.links())));
        told.add(new FieldChange("lines", null, Long.toString(found.lines())));
        if (found.headHash() != null) {
            told.add(new FieldChange("head", null, found.head() + " " + found.headHash()));
        }
        if (found.fault() != null) {
            told.add(new FieldChange("fault", null, found.fault() + " " + found.faultyLink()));
        }
        return told;
    }

    private static KnownHeads.Head head(long link, String hash) {
        try {
            var bytes = HexFormat.of().parseHex(hash.strip());
            if (link > 0 && bytes.length == 32) {
                return new KnownHeads.Head(link, bytes);
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new HeadRefused();
    }
}
