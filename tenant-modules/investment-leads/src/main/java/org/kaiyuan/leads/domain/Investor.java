package org.kaiyuan.leads.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.InvestorLine;
import org.kaiyuan.platform.search.names.ChineseText;

/** An investor as stored. */
@Embeddable
public record Investor(
        @Column(name = "tenant_id") long tenantId,
        UUID id,
        int position,
        String name,
        @Column(name = "name_key") String nameKey,
        @Column(name = "credit_code") @Nullable String creditCode,
        @Column(name = "foreign_registration") @Nullable String foreignRegistration,
        String country,
        @Column(name = "global_500") boolean global500,
        boolean listed,
        @Column(name = "industry_leader") boolean industryLeader,
        @Column(name = "enterprise_id") @Nullable UUID enterpriseId) {

    static Investor of(long tenant, UUID id, int position, InvestorLine line) {
        return new Investor(
                tenant,
                id,
                position,
                line.name(),
                ChineseText.key(line.name()),
                line.creditCode(),
                line.foreignRegistration(),
                line.country(),
                line.global500(),
                line.listed(),
                line.industryLeader(),
                line.enterpriseId());
    }

    InvestorLine line() {
        return new InvestorLine(
                id,
                name,
                creditCode,
                foreignRegistration,
                country,
                global500,
                listed,
                industryLeader,
                enterpriseId);
    }
}
