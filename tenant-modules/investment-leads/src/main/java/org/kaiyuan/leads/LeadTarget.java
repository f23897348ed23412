package org.kaiyuan.leads;

import java.math.BigDecimal;

/**
 * What a person is to bring in a quarter.
 *
 * @param signedYuan total investment of signed projects
 * @param paidInYuan home funds; foreign funds are in US dollars and are no part of it
 */
public record LeadTarget(
        String username,
        int year,
        int quarter,
        int newLeads,
        int signed,
        BigDecimal signedYuan,
        BigDecimal paidInYuan) {}
