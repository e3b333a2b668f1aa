"""Every check there is, in the order of the catalogue."""

from checks.balance_total import balance_total
from checks.basic_expenditure_tie import basic_expenditure_tie
from checks.cell_invalid import cell_invalid
from checks.check import Check
from checks.code_name_mismatch import code_name_mismatch
from checks.completion_rate import completion_rate
from checks.cross_table_equality import cross_table_equality
from checks.direction_word import direction_word
from checks.empty_table_unexplained import empty_table_unexplained
from checks.extraction_garbage import extraction_garbage
from checks.flat_claim import flat_claim
from checks.function_vs_economic import function_vs_economic
from checks.identity_defect import identity_defect
from checks.leftover_region import leftover_region
from checks.leftover_year import leftover_year
from checks.narrative_amount import narrative_amount
from checks.narrative_internal_sum import narrative_internal_sum
from checks.narrative_no_figures import narrative_no_figures
from checks.narrative_ratio import narrative_ratio
from checks.obsolete_name import obsolete_name
from checks.paragraph_duplicate import paragraph_duplicate
from checks.part_exceeds_whole import part_exceeds_whole
from checks.prior_document_bridge import prior_document_bridge
from checks.project_list_narrative import project_list_narrative
from checks.project_perf_missing import project_perf_missing
from checks.project_sum_vs_table import project_sum_vs_table
from checks.purpose_mismatch import purpose_mismatch
from checks.revision_amount import revision_amount
from checks.revision_content import revision_content
from checks.same_metric_two_values import same_metric_two_values
from checks.sangong_detail import sangong_detail
from checks.sangong_limit import sangong_limit
from checks.sangong_sum import sangong_sum
from checks.sangong_unchanged import sangong_unchanged
from checks.sangong_unit_cost import sangong_unit_cost
from checks.sangong_vehicle import sangong_vehicle
from checks.sangong_vs_economic import sangong_vs_economic
from checks.section_missing import section_missing
from checks.sum_hierarchy import sum_hierarchy
from checks.sum_row_split import sum_row_split
from checks.sum_section import sum_section
from checks.table_missing import table_missing
from checks.table_row_missing import table_row_missing
from checks.template_residue import template_residue
from checks.text_defect import text_defect
from checks.toc_body_mismatch import toc_body_mismatch
from checks.unit_conflict import unit_conflict
from checks.unit_vs_department import unit_vs_department
from checks.wrong_base_year import wrong_base_year
from checks.yoy_absent import yoy_absent
from checks.yoy_arith import yoy_arith
from checks.yoy_large_swing import yoy_large_swing
from checks.yoy_reason import yoy_reason
from checks.yoy_vs_prior_doc import yoy_vs_prior_doc
from checks.zero_base_percent import zero_base_percent

ALL: tuple[Check, ...] = (
    table_missing,
    table_row_missing,
    empty_table_unexplained,
    section_missing,
    narrative_no_figures,
    toc_body_mismatch,
    project_perf_missing,
    sum_hierarchy,
    sum_row_split,
    sum_section,
    balance_total,
    sangong_sum,
    cell_invalid,
    code_name_mismatch,
    part_exceeds_whole,
    cross_table_equality,
    basic_expenditure_tie,
    sangong_vs_economic,
    function_vs_economic,
    unit_vs_department,
    prior_document_bridge,
    project_sum_vs_table,
    narrative_amount,
    narrative_internal_sum,
    narrative_ratio,
    direction_word,
    same_metric_two_values,
    project_list_narrative,
    completion_rate,
    purpose_mismatch,
    yoy_arith,
    yoy_vs_prior_doc,
    flat_claim,
    zero_base_percent,
    wrong_base_year,
    yoy_reason,
    yoy_absent,
    yoy_large_swing,
    sangong_limit,
    sangong_vehicle,
    sangong_detail,
    sangong_unit_cost,
    sangong_unchanged,
    identity_defect,
    leftover_year,
    leftover_region,
    unit_conflict,
    text_defect,
    paragraph_duplicate,
    extraction_garbage,
    obsolete_name,
    template_residue,
    revision_amount,
    revision_content,
)
