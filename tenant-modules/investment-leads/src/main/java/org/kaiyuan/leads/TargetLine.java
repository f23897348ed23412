package org.kaiyuan.leads;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a person was to bring in a quarter, and brought. Leads count for who looks after them now.
 *
 * @param target null where nothing was set for somebody who brought something
 * @param fresh leads registered in the quarter
 * @param signed projects signed in the quarter
 * @param paidInYuan home funds paid in during the quarter for their projects
 */
public record TargetLine(
        String username,
        String name,
        @Nullable LeadTarget target,
        FigureCount fresh,
        FigureCount signed,
        BigDecimal paidInYuan) {}
