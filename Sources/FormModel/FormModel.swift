// The room FormModel.
