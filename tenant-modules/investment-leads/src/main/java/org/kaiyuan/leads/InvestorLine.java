package org.kaiyuan.leads;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who invests.
 *
 * @param id null for one that is new
 * @param creditCode of a company registered here (GB 32100); null for others
 * @param foreignRegistration number of a company registered abroad
 * @param country ISO 3166, such as CN
 * @param global500 one of the 世界500强
 * @param enterpriseId the zone's own enterprise that invests again (增资扩产)
 */
public record InvestorLine(
        @Nullable UUID id,
        String name,
        @Nullable String creditCode,
        @Nullable String foreignRegistration,
        String country,
        boolean global500,
        boolean listed,
        boolean industryLeader,
        @Nullable UUID enterpriseId) {

    /** A company of which only the name is known. */
    public static InvestorLine named(String name) {
        return new InvestorLine(null, name, null, null, "CN", false, false, false, null);
    }
}
