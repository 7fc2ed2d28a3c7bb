"""Every action the server knows."""

from __future__ import annotations

from rasa_sdk import Action

from actions.answer_again import AnswerAgain
from actions.ask_person import AskPerson
from actions.confirm import Confirm
from actions.did_you_mean import DidYouMean
from actions.erase_conversation import EraseConversation
from actions.help_menu import Help
from actions.not_helped import NotHelped
from actions.question_form import ValidateQuestionForm
from actions.report_emergency import ReportEmergency
from actions.request_form import ValidateRequestForm
from actions.resume import Resume
from actions.retention_form import ValidateRetentionForm
from actions.show_source import ShowSource
from actions.simpler import Simpler
from actions.status_form import ValidateStatusForm
from actions.withdrawal_form import ValidateWithdrawalForm

ACTIONS: tuple[type[Action], ...] = (
    AnswerAgain,
    AskPerson,
    Confirm,
    DidYouMean,
    EraseConversation,
    Help,
    NotHelped,
    ReportEmergency,
    Resume,
    ShowSource,
    Simpler,
    ValidateQuestionForm,
    ValidateRequestForm,
    ValidateRetentionForm,
    ValidateStatusForm,
    ValidateWithdrawalForm,
)
