package org.kaiyuan.leads.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.ReviewId;
import org.kaiyuan.leads.ReviewOpinion;
import org.kaiyuan.leads.ReviewRefused;
import org.kaiyuan.leads.ReviewState;
import org.kaiyuan.leads.ScoreTable;
import org.kaiyuan.platform.persistence.TenantOwned;
import org.kaiyuan.platform.tenancy.TenantId;

/** An admission review: opened with its reviewers, scored by each, closed once. */
@Entity
@Table(schema = "leads", name = "review")
public class Review extends TenantOwned {
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private ReviewId id;

    @Column(name = "lead_id", updatable = false)
    private UUID leadId;

    @Column(name = "table_number", updatable = false)
    private int tableNumber;

    @Enumerated(EnumType.STRING)
    private ReviewState state;

    @Column(name = "meeting_on")
    private @Nullable LocalDate meetingOn;

    private @Nullable String minutes;
    private @Nullable BigDecimal score;
    private boolean vetoed;

    @Column(name = "opened_at", updatable = false)
    private Instant openedAt;

    @Column(name = "opened_by", updatable = false)
    private String openedBy;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closed_by")
    private @Nullable String closedBy;

    /** For Hibernate. */
    protected Review() {}

    public Review(
            TenantId tenant,
            ReviewId id,
            LeadId lead,
            int tableNumber,
            @Nullable LocalDate meetingOn,
            String openedBy,
            Instant now) {
        super(tenant);
        this.id = id;
        this.leadId = lead.value();
        this.tableNumber = tableNumber;
        this.state = ReviewState.OPEN;
        this.meetingOn = meetingOn;
        this.openedBy = openedBy;
        this.openedAt = now;
    }

    /**
     * Ends it: passed when the mean reaches the mark and nobody found a veto.
     *
     * @param opinions of those who answered
     * @throws ReviewRefused when it is closed, or nobody or not everybody has answered
     */
    public void close(
            ScoreTable table,
            Collection<ReviewOpinion> opinions,
            @Nullable LocalDate meeting,
            String minutes,
            String by,
            Instant now) {
        refuseUnlessOpen();
        if (opinions.isEmpty() || opinions.stream().anyMatch(one -> one.total() == null)) {
            throw new ReviewRefused("waiting");
        }
        var sum = BigDecimal.ZERO;
        for (var opinion : opinions) {
            sum = sum.add(BigDecimal.valueOf(Objects.requireNonNull(opinion.total())));
        }
        score = sum.divide(BigDecimal.valueOf(opinions.size()), 2, RoundingMode.HALF_UP);
        vetoed = opinions.stream().anyMatch(one -> !one.vetoes().isEmpty());
        state =
                !vetoed && score.compareTo(BigDecimal.valueOf(table.passMark())) >= 0
                        ? ReviewState.PASSED
                        : ReviewState.FAILED;
        meetingOn = meeting == null ? meetingOn : meeting;
        this.minutes = minutes;
        closedBy = by;
        closedAt = now;
    }

    /** Ends it without a result. */
    public void withdraw(String reason, String by, Instant now) {
        refuseUnlessOpen();
        state = ReviewState.WITHDRAWN;
        minutes = reason;
        closedBy = by;
        closedAt = now;
    }

    /** @throws ReviewRefused when it is closed */
    public void refuseUnlessOpen() {
        if (state != ReviewState.OPEN) {
            throw new ReviewRefused("closed");
        }
    }

    public ReviewId id() {
        return id;
    }

    public LeadId leadId() {
        return new LeadId(leadId);
    }

    public int tableNumber() {
        return tableNumber;
    }

    public ReviewState state() {
        return state;
    }

    public @Nullable BigDecimal score() {
        return score;
    }
}
