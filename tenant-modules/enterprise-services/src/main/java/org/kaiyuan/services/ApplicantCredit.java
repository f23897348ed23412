package org.kaiyuan.services;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;

/**
 * What is known of an applicant's credit. The directory of enterprises keeps nothing of it; a room that does declares a
 * bean, and then 容缺受理 is refused to whom it names.
 */
public interface ApplicantCredit {
    /** Such as 严重失信主体; null where nothing is known against them. */
    @Nullable String against(@Nullable EnterpriseId enterprise, @Nullable String creditCode);
}
