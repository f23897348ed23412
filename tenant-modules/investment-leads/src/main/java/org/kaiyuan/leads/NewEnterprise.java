package org.kaiyuan.leads;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ChainPosition;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseStatus;

/** What a lead knows of the enterprise that came of it. */
final class NewEnterprise {
    private NewEnterprise() {}

    static EnterpriseProfile of(
            LeadProfile lead, String name, @Nullable String creditCode, LocalDate today) {
        return new EnterpriseProfile(
                name,
                List.of(),
                null,
                creditCode == null || creditCode.isBlank() ? null : creditCode,
                null,
                EnterpriseStatus.PREPARING,
                null,
                "CNY",
                null,
                today,
                null,
                lead.industryCode(),
                lead.leadingIndustry(),
                lead.subIndustry(),
                ChainPosition.NONE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                Set.of());
    }
}
